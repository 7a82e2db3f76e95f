import { once } from 'node:events';
import { request } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import { ContentRefusal } from './content-refusal.ts';
import type { ContentStore } from './content-store.ts';
import type { StoredImage } from './control-plane.ts';
import { registryPath } from './registry/registry-path.ts';
import type { RepositoryId } from './repository-id.ts';

/** Keeps manifests in the CNCF registry behind its private socket. */
export class RegistryContentStore implements ContentStore {
  readonly #socketPath: string;

  constructor(socketPath: string) {
    this.#socketPath = socketPath;
  }

  async putManifest(id: RepositoryId, { digest, manifest, mediaType }: StoredImage): Promise<void> {
    const path = registryPath(id, `manifests/${digest}`);
    const { status, body } = await this.#send({ method: 'PUT', path, contentType: mediaType, body: manifest });
    if (status !== 201) throw new ContentRefusal(status, body);
  }

  async deleteManifest(id: RepositoryId, digest: string): Promise<void> {
    const { status, body } = await this.#send({ method: 'DELETE', path: registryPath(id, `manifests/${digest}`) });
    if (status !== 202 && status !== 404)
      throw new Error(`the registry does not delete "${digest}": ${status} ${body}`);
  }

  async #send(message: Message): Promise<{ status: number; body: string }> {
    const { method, path, contentType } = message;
    const headers = contentType === undefined ? {} : { 'content-type': contentType };
    const outgoing = request({ socketPath: this.#socketPath, method, path, headers });
    outgoing.end(message.body);
    const [answer] = (await once(outgoing, 'response')) as [IncomingMessage];
    return { status: answer.statusCode ?? 0, body: await text(answer) };
  }
}

interface Message {
  readonly method: 'PUT' | 'DELETE';
  readonly path: string;
  readonly contentType?: string;
  readonly body?: string;
}
