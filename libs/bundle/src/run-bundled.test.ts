import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, it } from '@jest/globals';

const RUN = pathToFileURL(join(import.meta.dirname, 'run-bundled.ts')).href;
let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'run-bundled-'));
  for (const part of ['bin', 'src']) await mkdir(join(folder, part));
  await writeFile(join(folder, 'package.json'), '{ "type": "module" }');
  await starter('start.ts', '../src/main.ts');
  await program("console.log(import.meta.url.endsWith('src-main.mjs') ? 'bundle' : 'source', process.argv[2]);");
});
afterEach(async () => {
  await rm(folder, { recursive: true });
});

function program(text: string): Promise<void> {
  return writeFile(join(folder, 'src', 'main.ts'), text);
}

function starter(name: string, entry: string): Promise<void> {
  const text = `import { runBundled } from '${RUN}';\nawait runBundled({ entry: new URL('${entry}', import.meta.url) });\n`;
  return writeFile(join(folder, 'bin', name), text);
}

function start(name = 'start.ts'): string {
  const options = { encoding: 'utf8', env: { PATH: process.env['PATH'] } } as const;
  return execFileSync(process.execPath, [join(folder, 'bin', name), 'argument'], options).trim();
}

it('runs the program from its bundle, with its arguments', async () => {
  expect([start(), start()]).toEqual(['bundle argument', 'bundle argument']);
  expect(await readdir(join(folder, 'node_modules', '.cache', 'slipway'))).toEqual(
    expect.arrayContaining(['compiled', 'src-main.mjs', 'src-main.mjs.inputs.json']),
  );
});

it('keeps a bundle for each program of a package, in the cache of that package', async () => {
  await mkdir(join(folder, 'src', 'other'));
  await writeFile(join(folder, 'src', 'other', 'main.ts'), "console.log('other');");
  await starter('other.ts', '../src/other/main.ts');
  expect([start(), start('other.ts'), start()]).toEqual(['bundle argument', 'other', 'bundle argument']);
  expect(await readdir(join(folder, 'node_modules', '.cache', 'slipway'))).toEqual(
    expect.arrayContaining(['src-main.mjs', 'src-other-main.mjs']),
  );
});

it('runs what the source says now', async () => {
  start();
  await program("console.log('changed');");
  expect(start()).toBe('changed');
});

it('runs from the sources where a file stands in the way of the cache', async () => {
  await mkdir(join(folder, 'node_modules'));
  await writeFile(join(folder, 'node_modules', '.cache'), '');
  expect(start()).toBe('source argument');
});
