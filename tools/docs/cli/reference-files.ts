import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { loadPrograms } from './load-programs.ts';
import { referenceIndex } from './reference-index.ts';
import { referencePage } from './reference-page.ts';

/** The pages of `docs/cli` by file name, as the programs would have them now. */
export async function referenceFiles(root: string): Promise<ReadonlyMap<string, string>> {
  const programs = await loadPrograms(root);
  const pages = programs.map(({ call, make }) => [`${make().name()}.md`, referencePage(make(), call)] as const);
  const { scripts } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as {
    scripts: Readonly<Record<string, string>>;
  };
  return new Map([['README.md', referenceIndex(programs, scripts)], ...pages]);
}
