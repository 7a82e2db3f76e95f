import { randomUUID } from 'node:crypto';
import { readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { draftPrefix, isDraft, isOrphaned } from './draft-name.ts';
import { orMissing } from './or-missing.ts';

/** No plan takes so long, in milliseconds. */
const DAY = 24 * 60 * 60 * 1000;

/**
 * Removes the drafts of runs that were killed: they may hold secrets. One whose process lives stays; one of which that can't be told,
 * as of another machine, goes after a day.
 */
export async function removeOrphanedDrafts(root: string): Promise<void> {
  for (const name of (await readdir(root)).filter(isDraft))
    if (isOrphaned(name) ?? (await isOld(join(root, name)))) await remove(root, name);
}

async function isOld(folder: string): Promise<boolean> {
  const found = await orMissing(stat(folder));
  return found !== undefined && Date.now() - found.mtimeMs > DAY;
}

/** Of several runs that remove a draft at once, one gets it. */
async function remove(root: string, name: string): Promise<void> {
  const own = join(root, `${draftPrefix('removed')}${randomUUID()}`);
  const isOurs = await orMissing(rename(join(root, name), own).then(() => true));
  if (isOurs === true) await rm(own, { recursive: true });
}
