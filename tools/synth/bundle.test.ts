import { execFileSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { bundle } from './bundle.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bundle-'));
  await writeFile(join(folder, 'greeting.ts'), "export const greeting: string = 'one';\n");
  await writeFile(join(folder, 'main.ts'), "import { greeting } from './greeting.ts';\nconsole.log(greeting);\n");
});
afterEach(async () => {
  await rm(folder, { recursive: true });
});

const build = () => bundle(join(folder, 'main.ts'), join(folder, 'out.cjs'));
const run = () => execFileSync(process.execPath, [join(folder, 'out.cjs')], { encoding: 'utf8', env: {} }).trim();

describe('bundle', () => {
  it('builds once, and again only when an imported file changed', async () => {
    expect([await build(), await build()]).toEqual([true, false]);
    expect(run()).toBe('one');
    await writeFile(join(folder, 'greeting.ts'), "export const greeting: string = 'three';\n");
    expect([await build(), await build()]).toEqual([true, false]);
    expect(run()).toBe('three');
  });

  it('builds again when the bundle is gone', async () => {
    await build();
    await rm(join(folder, 'out.cjs'));
    expect(await build()).toBe(true);
  });
});
