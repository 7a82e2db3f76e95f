import { createHash } from 'node:crypto';
import { interrupted } from '@slipway/cli';
import { copyFailed } from './copy-failure.ts';
import type { BlobPart } from './manifest-parts.ts';

/**
 * The content of a blob, piece by piece, ended by a failure when it is not what its digest and size say.
 * The last piece is given only when all are right, so what is wrong never arrives whole.
 */
export async function* checkedContent(
  content: AsyncIterable<Uint8Array>,
  { digest, size }: BlobPart,
  signal: AbortSignal,
): AsyncIterable<Uint8Array> {
  const hash = createHash('sha256');
  let bytes = 0;
  let held: Uint8Array | undefined;
  for await (const piece of content) {
    if (signal.aborted) throw interrupted();
    bytes += piece.length;
    if (bytes > size) break;
    hash.update(piece);
    if (held !== undefined) yield held;
    held = piece;
  }
  if (bytes !== size) throw copyFailed(`the source's blob '${digest}' is not the ${size} bytes that its manifest says`);
  const found = `sha256:${hash.digest('hex')}`;
  if (found !== digest) throw copyFailed(`the source's blob '${digest}' has content of the digest '${found}'`);
  if (held !== undefined) yield held;
}
