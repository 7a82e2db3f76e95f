/**
 * Makes `<folder>/.venv` from `<folder>/requirements-dev.txt`, hashes checked: `node tools/python/venv.ts server`.
 * Does nothing when it was made from the same requirements.
 */
import { createHash } from 'node:crypto';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { execa } from 'execa';

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('name the folder: node tools/python/venv.ts server');

const venv = join(folder, '.venv');
const requirements = join(folder, 'requirements-dev.txt');
const wanted = createHash('sha256')
  .update(await readFile(requirements))
  .digest('hex');
const made = await readFile(join(venv, 'made-from'), 'utf8').catch(() => undefined);

if (made !== wanted) {
  await rm(venv, { recursive: true, force: true });
  await execa('python3.11', ['-m', 'venv', venv], { stdio: 'inherit' });
  await execa(join(venv, 'bin', 'pip'), ['install', '--quiet', '--require-hashes', '--requirement', requirements], {
    stdio: 'inherit',
  });
  await writeFile(join(venv, 'made-from'), wanted);
}
