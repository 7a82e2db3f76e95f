import { createHash } from 'node:crypto';
import { z } from 'zod';
import { isDigest, parseImageRef } from '@slipway/images';
import type { Digest } from '@slipway/images';
import type { RepositoryPlace } from '../ecr/repository-directory.ts';
import type { ImageRegistry, ManifestText, Referrer, RemoteImage } from './image-registry.ts';
import { MANIFEST_TYPES, parseConfigLabels, parseManifest } from './manifest.ts';
import { parseReferrers, referrersTag } from './referrer.ts';
import { refusal, unreachable } from './registry-failure.ts';
import { retryTransport } from './retry-transport.ts';

/** ECR's most for one page. */
const TAGS_PER_PAGE = 1000;
const tagsSchema = z.object({ tags: z.array(z.string()).nullish() });
const MOUNTED = 201;

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

  async manifest(reference: string): Promise<(ManifestText & { digest: Digest }) | undefined> {
    const answer = await this.#ask(`manifests/${reference}`, { headers: { Accept: MANIFEST_TYPES.join(', ') } });
    if (answer.status === 404) return absent(answer);
    const text = await answer.text();
    return { mediaType: answer.headers.get('content-type') ?? MANIFEST_TYPES[0], text, digest: sha256(text) };
  }

  async putManifest(reference: string, { mediaType, text }: ManifestText): Promise<Digest> {
    const headers = { 'Content-Type': mediaType };
    await (await this.#ask(`manifests/${reference}`, { method: 'PUT', headers, body: text })).text();
    return sha256(text);
  }

  async tags(): Promise<readonly string[]> {
    const found: string[] = [];
    let page: string | undefined = `tags/list?n=${TAGS_PER_PAGE}`;
    while (page !== undefined) {
      const answer: Response = await this.#ask(page, {});
      if (answer.status === 404) return found;
      const { tags } = tagsSchema.parse(await answer.json());
      found.push(...(tags ?? []));
      page = nextPage(answer);
    }
    return found;
  }

  async hasBlob(digest: Digest): Promise<boolean> {
    return (await this.#ask(`blobs/${digest}`, { method: 'HEAD' })).ok;
  }

  async *readBlob(digest: Digest): AsyncIterable<Uint8Array> {
    const answer = await this.#ask(`blobs/${digest}`, {});
    if (answer.status === 404 || answer.body === null)
      throw await refusal(answer, `${this.#place.uri} blobs/${digest}`);
    yield* answer.body;
  }

  async writeBlob(digest: Digest, size: number, content: () => AsyncIterable<Uint8Array>): Promise<void> {
    const started = await this.#ask('blobs/uploads/', { method: 'POST' });
    await started.text();
    const upload = this.#uploadAddress(started);
    upload.searchParams.set('digest', digest);
    const headers = { 'Content-Type': 'application/octet-stream', 'Content-Length': String(size) };
    const body = ReadableStream.from(content());
    await (await this.#ask(upload, { method: 'PUT', headers, body, duplex: 'half' })).text();
  }

  async mountBlob(digest: Digest, fromRepository: string): Promise<boolean> {
    const query = new URLSearchParams({ mount: digest, from: fromRepository });
    const answer = await this.#ask(`blobs/uploads/?${query.toString()}`, { method: 'POST' });
    await answer.text();
    if (answer.status === MOUNTED) return true;
    await (await this.#ask(this.#uploadAddress(answer), { method: 'DELETE' })).text();
    return false;
  }

  async referrers(digest: Digest): Promise<readonly Referrer[]> {
    const answer = await this.#ask(`referrers/${digest}`, {});
    if (answer.status !== 404) return parseReferrers(await answer.text());
    await answer.text();
    const fallback = await this.manifest(referrersTag(digest));
    return fallback === undefined ? [] : parseReferrers(fallback.text);
  }

  #uploadAddress(answer: Response): URL {
    return new URL(answer.headers.get('location') ?? '', this.#base);
  }

  async #labels(config: Digest): Promise<RemoteImage['labels']> {
    const answer = await this.#ask(`blobs/${config}`, {});
    if (answer.status === 404) throw await refusal(answer, `${this.#place.uri}@${config}`);
    return parseConfigLabels(await answer.text());
  }

  /** The answer, when it is a success or says that there is no such thing. */
  async #ask(
    path: string | URL,
    request: Omit<RequestInit, 'headers'> & { headers?: Record<string, string> },
  ): Promise<Response> {
    const url = path instanceof URL ? path.href : `${this.#base}/${path}`;
    const headers = { ...request.headers, Authorization: this.#authorization };
    const answer = await retryTransport(async () => {
      try {
        return await fetch(url, { ...request, headers });
      } catch (error) {
        throw unreachable(error, url);
      }
    });
    if (answer.ok || (answer.status === 404 && request.method !== 'PUT')) return answer;
    throw await refusal(answer, `${this.#place.uri} ${String(path)}`);
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

/** The `Link` to more, by RFC 8288: its address may be relative to the registry. */
function nextPage(answer: Response): string | undefined {
  const query = /<[^>]*?(?<query>\?[^>]*)>;\s*rel="?next"?/.exec(answer.headers.get('link') ?? '')?.groups?.['query'];
  return query === undefined ? undefined : `tags/list${query}`;
}
