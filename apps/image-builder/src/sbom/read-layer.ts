import { createHash } from 'node:crypto';
import { errorMessage, isFailure } from '@slipway/cli';
import type { Digest } from '@slipway/images';
import { Failure } from '../failure.ts';
import type { ImageRegistry } from '../registry/image-registry.ts';
import { entryPath, tarEntries } from '../tar/tar-entries.ts';
import type { TarEntry } from '../tar/tar-entries.ts';
import { decompress } from './decompress.ts';
import type { LayerChanges } from './layer-changes.ts';

const WHITEOUT = '.wh.';
const OPAQUE = '.wh..wh..opq';
/** A package database of 10,000 packages has about 10 MB. */
const MOST_BYTES = 64 * 1024 * 1024;

/**
 * Reads one layer: the files that are wanted, and what it removes. The content is checked against the digest.
 * @throws Failure `registry-failed` for content that is no layer or another one
 */
export async function readLayer(
  registry: ImageRegistry,
  digest: Digest,
  isWanted: (path: string) => boolean,
): Promise<LayerChanges> {
  const changes = { files: new Map<string, Buffer>(), removed: new Set<string>(), emptied: new Set<string>() };
  const content = checked(registry.readBlob(digest), digest);
  try {
    for await (const entry of tarEntries(await decompress(content))) await note(entry, changes, isWanted);
  } catch (cause) {
    throw isFailure(cause) ? cause : unreadable(digest, errorMessage(cause), cause);
  }
  return changes;
}

interface Changes {
  readonly files: Map<string, Buffer>;
  readonly removed: Set<string>;
  readonly emptied: Set<string>;
}

async function note(entry: TarEntry, changes: Changes, isWanted: (path: string) => boolean): Promise<void> {
  const path = entryPath(entry);
  const slash = path.lastIndexOf('/') + 1;
  const [folder, name] = [path.slice(0, Math.max(slash - 1, 0)), path.slice(slash)];
  if (name === OPAQUE) changes.emptied.add(folder);
  else if (name.startsWith(WHITEOUT)) changes.removed.add(`${path.slice(0, slash)}${name.slice(WHITEOUT.length)}`);
  else if (entry.header.type !== 'directory') changes.removed.add(path);
  if (isWanted(path) && entry.header.type === 'file') changes.files.set(path, await contentOf(entry, path));
  else if (isWanted(path) && entry.header.type === 'link') linkTo(entry, path, changes);
  else entry.resume();
}

/** A hard link names a file that came before it in the same layer. */
function linkTo(entry: TarEntry, path: string, { files }: Changes): void {
  const target = entry.header.linkname.replace(/^(?:\.?\/)+/, '');
  const content = files.get(target);
  if (content !== undefined) files.set(path, content);
  entry.resume();
}

async function contentOf(entry: TarEntry, path: string): Promise<Buffer> {
  if (entry.header.size > MOST_BYTES) throw new RangeError(`'${path}' has more than ${MOST_BYTES} bytes`);
  const pieces: Buffer[] = [];
  for await (const piece of entry) pieces.push(piece as Buffer);
  return Buffer.concat(pieces);
}

async function* checked(content: AsyncIterable<Uint8Array>, digest: Digest): AsyncIterable<Uint8Array> {
  const hash = createHash('sha256');
  for await (const piece of content) {
    hash.update(piece);
    yield piece;
  }
  const found = `sha256:${hash.digest('hex')}`;
  if (found !== digest) throw unreadable(digest, `its content has the digest '${found}'`);
}

function unreadable(digest: Digest, why: string, cause?: unknown): Failure {
  const message = `the layer '${digest}' can't be read: ${why}`;
  return new Failure({ code: 'registry-failed', message, fix: 'push the image again', cause });
}
