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
  await writeFile(
    join(folder, 'bin', 'start.ts'),
    `import { runBundled } from '${RUN}';\nawait runBundled({ entry: new URL('../src/main.ts', import.meta.url) });\n`,
  );
  await program("console.log(import.meta.url.endsWith('main.mjs') ? 'bundle' : 'source', process.argv[2]);");
});
afterEach(async () => {
  await rm(folder, { recursive: true });
});

function program(text: string): Promise<void> {
  return writeFile(join(folder, 'src', 'main.ts'), text);
}

function start(): string {
  const options = { encoding: 'utf8', env: { PATH: process.env['PATH'] } } as const;
  return execFileSync(process.execPath, [join(folder, 'bin', 'start.ts'), 'argument'], options).trim();
}

it('runs the program from its bundle, with its arguments', async () => {
  expect([start(), start()]).toEqual(['bundle argument', 'bundle argument']);
  expect(await readdir(join(folder, 'node_modules', '.cache', 'slipway'))).toEqual(
    expect.arrayContaining(['compiled', 'main.mjs', 'main.mjs.inputs.json']),
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
