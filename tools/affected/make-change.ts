import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A change of one file, as a row of docs/affected.md words it. */
export interface Change {
  /** From the workspace root. */
  readonly file: string;
  /** What happens to it: another text in it, none of it left, or another version of one package in the lock file. */
  readonly kind: 'edited' | 'removed' | { readonly updated: string };
}

/** What a file may hold more without meaning anything else, by its ending. */
const MORE: Readonly<Record<string, string>> = { ts: '\n// more\n', mjs: '\n// more\n', md: '\nMore.\n', json: '\n' };
const OTHERWISE = '\n# more\n';

/** Makes a change in a workspace. */
export async function makeChange(workspace: string, { file, kind }: Change): Promise<void> {
  const path = join(workspace, file);
  if (kind === 'removed') await rm(path);
  else {
    const text = await readFile(path, 'utf8');
    await writeFile(path, kind === 'edited' ? edited(file, text) : updated(text, kind.updated));
  }
}

function edited(file: string, text: string): string {
  return text + (MORE[file.split('.').at(-1) ?? ''] ?? OTHERWISE);
}

/** A lock file with another version of a package. @throws Error when it does not hold the package */
function updated(text: string, name: string): string {
  const lock = JSON.parse(text) as { packages: Record<string, object> };
  const key = `node_modules/${name}`;
  const entry = lock.packages[key];
  if (entry === undefined) throw new Error(`the lock file has no package "${name}": name one that it has`);
  const another = { ...entry, version: '999.0.0', integrity: 'sha512-FAKE' };
  return JSON.stringify({ ...lock, packages: { ...lock.packages, [key]: another } }, null, 2);
}
