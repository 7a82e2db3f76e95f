import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { chmod, lutimes, mkdir, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { modeOf } from './build-context.ts';
import type { BuildContext, ContextEntry, ContextFile } from './build-context.ts';
import { changed } from './context-unreadable.ts';
import { FIXED_TIME } from './pack-context.ts';

/**
 * Writes a context into an empty folder: the same entries, modes and times as `packContext` gives, for a tool that reads folders only.
 * @throws Failure `context-unreadable` when a file isn't as it was when the context was read
 */
export async function writeContext({ folder, entries }: BuildContext, target: string): Promise<void> {
  for (const entry of entries) await write(entry, { from: join(folder, entry.path), to: join(target, entry.path) });
  // What is in a folder comes after it, and changes its time.
  for (const { path } of [...entries].reverse()) await lutimes(join(target, path), FIXED_TIME, FIXED_TIME);
}

interface Places {
  readonly from: string;
  readonly to: string;
}

async function write(entry: ContextEntry, places: Places): Promise<void> {
  switch (entry.type) {
    case 'folder':
      await mkdir(places.to);
      return chmod(places.to, modeOf(entry));
    case 'link':
      return symlink(entry.target, places.to);
    case 'file':
      await copy(entry, places);
      return chmod(places.to, modeOf(entry));
    default:
      return entry satisfies never;
  }
}

/** A copy, as the times of a file in the work tree must not change. */
async function copy({ path, sha256 }: ContextFile, { from, to }: Places): Promise<void> {
  const hash = createHash('sha256');
  const content = createReadStream(from);
  content.on('data', (chunk) => hash.update(chunk));
  try {
    await pipeline(content, createWriteStream(to));
  } catch (cause) {
    throw changed(path, cause);
  }
  if (hash.digest('hex') !== sha256) throw changed(path);
}
