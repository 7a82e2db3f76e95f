import { createHash } from 'node:crypto';
import { isDigest, parseImageRef } from '@slipway/images';
import type { Digest } from '@slipway/images';
import type { RepositoryPlace } from '../ecr/repository-directory.ts';
import type { ImageRegistry, RemoteImage } from './image-registry.ts';
import { MANIFEST_TYPES, parseConfigLabels, parseManifest } from './manifest.ts';
import { refusal, unreachable } from './registry-failure.ts';
import { retryTransport } from './retry-transport.ts';

/** A repository behind the OCI distribution protocol. */
export class HttpImageRegistry implements ImageRegistry {
  readonly #place: RepositoryPlace;
  readonly #base: string;

  constructor(place: RepositoryPlace) {
    const { registry, repository } = parseImageRef(place.uri);
    this.#place = place;
    this.#base = `${place.scheme}//${registry ?? ''}/v2/${repository}`;
  }

  async find(reference: string): Promise<RemoteImage | undefined> {
    const answer = await this.#ask(`manifests/${reference}`, { headers: { Accept: MANIFEST_TYPES.join(', ') } });
    if (answer.status === 404) return absent(answer);
    const text = await answer.text();
    const { config, bytes } = parseManifest(text);
    const labels = config === undefined ? {} : await this.#labels(config.digest);
    return { digest: sha256(text), imageId: config?.digest, labels, compressedBytes: bytes };
  }

  async digestOf(reference: string): Promise<Digest | undefined> {
    const headers = { Accept: MANIFEST_TYPES.join(', ') };
    const answer = await this.#ask(`manifests/${reference}`, { method: 'HEAD', headers });
    const digest = answer.headers.get('docker-content-digest');
    if (answer.status === 404) return absent(answer);
    return isDigest(digest) ? digest : (await this.find(reference))?.digest;
  }

  async addTag(digest: Digest, tag: string): Promise<void> {
    const manifest = await this.#ask(`manifests/${digest}`, { headers: { Accept: MANIFEST_TYPES.join(', ') } });
    if (manifest.status === 404) throw await refusal(manifest, `${this.#place.uri}@${digest}`);
    const type = manifest.headers.get('content-type') ?? MANIFEST_TYPES[0];
    const body = await manifest.text();
    await (await this.#ask(`manifests/${tag}`, { method: 'PUT', headers: { 'Content-Type': type }, body })).text();
  }

  async #labels(config: Digest): Promise<RemoteImage['labels']> {
    const answer = await this.#ask(`blobs/${config}`, {});
    if (answer.status === 404) throw await refusal(answer, `${this.#place.uri}@${config}`);
    return parseConfigLabels(await answer.text());
  }

  /** The answer, when it is a success or says that there is no such thing. */
  async #ask(
    path: string,
    request: Omit<RequestInit, 'headers'> & { headers?: Record<string, string> },
  ): Promise<Response> {
    const url = `${this.#base}/${path}`;
    const headers = { ...request.headers, Authorization: this.#authorization };
    const answer = await retryTransport(async () => {
      try {
        return await fetch(url, { ...request, headers });
      } catch (error) {
        throw unreachable(error, url);
      }
    });
    if (answer.ok || (answer.status === 404 && request.method !== 'PUT')) return answer;
    throw await refusal(answer, `${this.#place.uri} ${path}`);
  }

  get #authorization(): string {
    const { username, password } = this.#place.credentials;
    return `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
  }
}

/** An answer that nobody reads to its end would keep its connection open. */
async function absent(answer: Response): Promise<undefined> {
  await answer.text();
  return undefined;
}

function sha256(text: string): Digest {
  return `sha256:${createHash('sha256').update(text).digest('hex')}`;
}
