import type { Digest } from '@slipway/images';
import { firstByte } from './content-range.ts';
import type { RegistryClient } from './registry-client.ts';
import { nonsense, refusal, unreachable } from './registry-failure.ts';
import { retryTransport } from './retry-transport.ts';

/** A registry that cuts the connection more often than this is not worth going on with. */
const MOST_CONNECTIONS = 20;

/**
 * The content of a blob, piece by piece. A connection that breaks off in the middle is opened again for the rest (RFC 9110, range
 * requests). A registry that sends everything once more is read up to that place. Up to five attempts in a row may bring nothing new.
 * Whether it is the content of this digest is for the reader to check.
 */
export async function* downloadBlob(client: RegistryClient, digest: Digest): AsyncIterable<Uint8Array> {
  const download = new BlobDownload(client, client.address(`blobs/${digest}`));
  try {
    for (let piece = await download.next(); piece !== undefined; piece = await download.next()) yield piece;
  } finally {
    await download.close();
  }
}

/** An answer on its way. */
interface Source {
  readonly reader: ReadableStreamDefaultReader<Uint8Array>;
  /** Place in the blob of the next byte of this answer. */
  position: number;
}

class BlobDownload {
  readonly #client: RegistryClient;
  readonly #url: URL;
  #source: Source | undefined;
  #connections = 0;
  /** Bytes that were given away. */
  #given = 0;

  constructor(client: RegistryClient, url: URL) {
    this.#client = client;
    this.#url = url;
  }

  /** What comes next; undefined at the end. */
  async next(): Promise<Uint8Array | undefined> {
    return retryTransport(async () => {
      this.#source ??= await this.#open();
      return this.#read(this.#source);
    }, this.#client.patience);
  }

  async close(): Promise<void> {
    // Who stops in the middle doesn't want the rest on the wire; a failed body refuses it, and has nothing left.
    await this.#source?.reader.cancel().catch(() => undefined);
  }

  async #open(): Promise<Source | undefined> {
    this.#connections += 1;
    const name = this.#client.name(this.#url);
    if (this.#connections > MOST_CONNECTIONS)
      throw nonsense(
        `the registry broke off '${name}' ${MOST_CONNECTIONS} times, the last time after ${this.#given} bytes`,
      );
    const answer = await this.#client.open(this.#url, { headers: this.#headers() });
    if (answer.status === 404) throw refusal({ status: 404, text: await answer.text() }, name);
    const position = firstByte(answer);
    if (position === undefined || position > this.#given)
      throw nonsense(`the registry was asked for '${name}' from byte ${this.#given} on and sent another part of it`);
    return answer.body === null ? undefined : { reader: answer.body.getReader(), position };
  }

  /** Never compressed: a part of that would be no part of the blob. With `Range`, `fetch` asks so by itself (Fetch standard). */
  #headers(): Record<string, string> {
    return this.#given === 0 ? { 'Accept-Encoding': 'identity' } : { Range: `bytes=${this.#given}-` };
  }

  async #read(source: Source | undefined): Promise<Uint8Array | undefined> {
    for (let piece = await this.#piece(source); piece !== undefined; piece = await this.#piece(source)) {
      const known = this.#given - piece.begins;
      if (known >= piece.bytes.length) continue;
      this.#given = piece.begins + piece.bytes.length;
      return piece.bytes.subarray(known);
    }
    return undefined;
  }

  async #piece(source: Source | undefined) {
    const read = await source?.reader.read().catch((error: unknown) => {
      this.#source = undefined;
      throw unreachable(error, this.#client.name(this.#url), this.#client.patience.signal);
    });
    if (source === undefined || read?.value === undefined) return undefined;
    const begins = source.position;
    source.position += read.value.length;
    return { begins, bytes: read.value };
  }
}
