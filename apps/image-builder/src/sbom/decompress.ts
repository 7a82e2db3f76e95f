import { Readable, pipeline } from 'node:stream';
import type { Duplex } from 'node:stream';
import { createGunzip, createZstdDecompress } from 'node:zlib';

const MAGIC_BYTES = 4;
/** RFC 1952, 2.3.1 */
const GZIP = Buffer.from([0x1f, 0x8b]);
/** RFC 8878, 3.1.1: the number 0xFD2FB528, little-endian */
const ZSTD = Buffer.from([0x28, 0xb5, 0x2f, 0xfd]);

/** A layer as the tar that it is, whether it is compressed by gzip, by Zstandard or not at all: its first bytes say which. */
export async function decompress(content: AsyncIterable<Uint8Array>): Promise<Readable> {
  const iterator = content[Symbol.asyncIterator]();
  const start = await firstBytes(iterator);
  const all = Readable.from(resumed(start, iterator), { objectMode: false });
  const decoder = decoderOf(start);
  // the reader of the decoder gets the error, too
  return decoder === undefined ? all : pipeline(all, decoder, () => undefined);
}

function decoderOf(start: Buffer): Duplex | undefined {
  if (start.subarray(0, GZIP.length).equals(GZIP)) return createGunzip();
  return start.subarray(0, ZSTD.length).equals(ZSTD) ? createZstdDecompress() : undefined;
}

async function firstBytes(iterator: AsyncIterator<Uint8Array>): Promise<Buffer> {
  let start = Buffer.alloc(0);
  while (start.length < MAGIC_BYTES) {
    const next: IteratorResult<Uint8Array, unknown> = await iterator.next();
    if (next.done === true) break;
    start = Buffer.concat([start, next.value]);
  }
  return start;
}

async function* resumed(start: Buffer, iterator: AsyncIterator<Uint8Array>): AsyncIterable<Uint8Array> {
  yield start;
  yield* { [Symbol.asyncIterator]: () => iterator };
}
