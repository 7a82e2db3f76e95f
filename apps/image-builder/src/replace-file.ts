import { readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { errorCode } from '@slipway/cli';

/** A draft is there for a moment: one of this age, in milliseconds, was left by a run that was killed. */
const LEFT_BEHIND = 60 * 60 * 1000;

export interface ReplaceOptions {
  /** Rights of the file. @default those that the process gives */
  readonly mode?: number;
}

/**
 * Replaces a file as a whole: whoever reads at the same time sees the old or the new one. Removes what runs left that were killed in
 * between, as it may hold credentials.
 */
export async function replaceFile(file: string, text: string, options: ReplaceOptions = {}): Promise<void> {
  const draft = `${file}.${process.pid}.tmp`;
  // In a container every run may have this process id.
  await rm(draft, { force: true });
  try {
    await writeFile(draft, text, { ...options, flag: 'wx' });
    await rename(draft, file);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
  await removeDrafts(file);
}

async function removeDrafts(file: string): Promise<void> {
  const folder = dirname(file);
  for (const name of await readdir(folder)) {
    const isDraft = name.startsWith(`${basename(file)}.`) && /\.\d+\.tmp$/.test(name);
    if (isDraft && (await isLeftBehind(join(folder, name)))) await rm(join(folder, name), { force: true });
  }
}

/** Another run may finish its draft, or remove it, at the same time. */
async function isLeftBehind(draft: string): Promise<boolean> {
  try {
    return Date.now() - (await stat(draft)).mtimeMs > LEFT_BEHIND;
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return false;
    throw error;
  }
}
