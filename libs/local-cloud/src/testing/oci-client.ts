import { sha256 } from './test-image.ts';
import type { TestImage } from './test-image.ts';

/** The push protocol of the OCI distribution specification, in plain requests. */
export class OciClient {
  readonly endpoint: string;
  readonly authorization: string;

  constructor(endpoint: string, authorization: string) {
    this.endpoint = endpoint;
    this.authorization = authorization;
  }

  request(path: string, options: RequestInit = {}): Promise<Response> {
    const url = path.startsWith('http') ? path : `${this.endpoint}/v2/${path}`;
    return fetch(url, { ...options, headers: { authorization: this.authorization, ...(options.headers as object) } });
  }

  /** Pushes an image. `repository` is `<account>/<region>/<name>`; `reference` a tag or the image's digest. */
  async push(repository: string, reference: string, image: TestImage): Promise<Response> {
    for (const blob of image.blobs) {
      const answer = await this.pushBlob(repository, blob);
      if (!answer.ok) return answer;
    }
    return this.putManifest(repository, reference, image);
  }

  putManifest(repository: string, reference: string, { manifest, mediaType }: TestImage): Promise<Response> {
    const headers = { 'content-type': mediaType };
    return this.request(`${repository}/manifests/${reference}`, { method: 'PUT', headers, body: manifest });
  }

  /** Uploads a blob in two requests, as Docker does, unless it's there. */
  async pushBlob(repository: string, blob: Buffer): Promise<Response> {
    const there = await this.request(`${repository}/blobs/${sha256(blob)}`, { method: 'HEAD' });
    if (there.ok) return there;
    const started = await this.request(`${repository}/blobs/uploads/`, { method: 'POST' });
    if (!started.ok) return started;
    const sent = await this.request(started.headers.get('location') ?? '', {
      method: 'PATCH',
      body: new Uint8Array(blob),
    });
    const location = sent.headers.get('location') ?? '';
    return this.request(`${location}&digest=${sha256(blob)}`, { method: 'PUT' });
  }
}
