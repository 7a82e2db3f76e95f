/** Writes `docs/cli`: `npx nx run tools:cli-reference`. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { referenceFiles } from './reference-files.ts';

const root = join(import.meta.dirname, '../../..');
const folder = join(root, 'docs/cli');
await mkdir(folder, { recursive: true });
for (const [name, text] of await referenceFiles(root)) await writeFile(join(folder, name), text);
