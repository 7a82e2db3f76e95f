import type { Digest } from '@slipway/images';
import type { RegistryAnswer, RegistryClient } from './registry-client.ts';
import { nonsense } from './registry-failure.ts';
import { retryTransport } from './retry-transport.ts';

const CREATED = 201;

/** What is uploaded. */
export interface Upload {
  readonly digest: Digest;
  /** In bytes. */
  readonly size: number;
  readonly content: () => AsyncIterable<Uint8Array>;
}

/**
 * Uploads to one repository: a session is opened, then the whole blob is sent in one request (OCI distribution spec, "POST then PUT").
 * Not in chunks: ECR loses what follows the first one (github.com/aws/containers-roadmap/issues/2831).
 */
export class BlobUpload {
  readonly #client: RegistryClient;
  /** Sessions that a refused mount opened. */
  readonly #opened = new Map<Digest, URL>();

  constructor(client: RegistryClient) {
    this.#client = client;
  }

  /** After a fault the blob is sent again from its start, unless the registry has it all the same. */
  async write(upload: Upload): Promise<void> {
    await retryTransport(async (attempt) => {
      if (attempt > 1 && (await this.has(upload.digest))) return;
      await this.#send(await this.#session(upload.digest), upload);
    }, this.#client.patience);
  }

  async has(digest: Digest): Promise<boolean> {
    return (await this.#client.ask(this.#client.address(`blobs/${digest}`), { method: 'HEAD' })).status !== 404;
  }

  /** A registry that doesn't mount opens an upload instead; `write` uses that one. */
  async mount(digest: Digest, from: string): Promise<boolean> {
    const query = new URLSearchParams({ mount: digest, from });
    const url = this.#client.address(`blobs/uploads/?${query.toString()}`);
    const answer = await this.#client.ask(url, { method: 'POST' });
    if (answer.status === CREATED) return true;
    this.#opened.set(digest, locationOf(answer));
    return false;
  }

  async #session(digest: Digest): Promise<URL> {
    const opened = this.#opened.get(digest);
    this.#opened.delete(digest);
    if (opened !== undefined) return opened;
    return locationOf(await this.#client.askOnce(this.#client.address('blobs/uploads/'), { method: 'POST' }));
  }

  async #send(session: URL, { digest, size, content }: Upload): Promise<void> {
    const url = new URL(session);
    url.searchParams.set('digest', digest);
    const headers = { 'Content-Type': 'application/octet-stream', 'Content-Length': String(size) };
    const broken: { reason?: unknown } = {};
    const body = (): ReadableStream<Uint8Array> => ReadableStream.from(remembered(content(), broken));
    try {
      await this.#client.askOnce(url, { method: 'PUT', headers, body });
    } catch (error) {
      // Else the reader learns only that the sending failed.
      throw 'reason' in broken ? broken.reason : error;
    }
  }
}

/** Keeps why the content broke off. */
async function* remembered(
  content: AsyncIterable<Uint8Array>,
  broken: { reason?: unknown },
): AsyncIterable<Uint8Array> {
  try {
    yield* content;
  } catch (error) {
    broken.reason = error;
    throw error;
  }
}

/** May be relative (OCI distribution spec, "Location"). */
function locationOf({ headers, url }: RegistryAnswer): URL {
  const location = headers.get('location');
  if (location === null) throw nonsense(`the registry opened an upload at '${url.origin}' and doesn't say where`);
  return new URL(location, url);
}
