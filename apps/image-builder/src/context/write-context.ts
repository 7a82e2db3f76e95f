import { constants } from 'node:fs';
import { chmod, copyFile, lutimes, mkdir, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { modeOf } from './build-context.ts';
import type { BuildContext, ContextEntry } from './build-context.ts';
import { FIXED_TIME } from './pack-context.ts';

/**
 * Writes a context into an empty folder: the same entries, modes and times as `packContext` gives, for a tool that reads folders only.
 * Files are copied, as their times must not change in the work tree; where the file system can, they share their blocks.
 */
export async function writeContext({ folder, entries }: BuildContext, target: string): Promise<void> {
  for (const entry of entries) await write(entry, { from: join(folder, entry.path), to: join(target, entry.path) });
  // What is in a folder comes after it, and changes its time.
  for (const { path } of [...entries].reverse()) await lutimes(join(target, path), FIXED_TIME, FIXED_TIME);
}

async function write(entry: ContextEntry, { from, to }: { from: string; to: string }): Promise<void> {
  switch (entry.type) {
    case 'folder':
      return mkdir(to, { mode: modeOf(entry) });
    case 'link':
      return symlink(entry.target, to);
    case 'file':
      await copyFile(from, to, constants.COPYFILE_FICLONE);
      return chmod(to, modeOf(entry));
    default:
      return entry satisfies never;
  }
}
