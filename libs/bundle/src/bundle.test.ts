import { execFileSync } from 'node:child_process';
import { link, mkdtemp, readFile, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { bundle } from './bundle.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bundle-'));
  await writeSource('greeting.ts', "export const greeting: string = 'one';\n");
  await writeSource('main.ts', "import { greeting } from './greeting.ts';\nconsole.log(greeting);\n");
});
afterEach(async () => {
  await rm(folder, { recursive: true });
});

/** A second ago: what changes in the very millisecond in which a bundle begins counts as changed meanwhile. */
const writeSource = async (name: string, text: string) => {
  const before = new Date(Date.now() - 1000);
  await writeFile(join(folder, name), text);
  await utimes(join(folder, name), before, before);
};
const build = () => bundle({ entry: join(folder, 'main.ts'), outfile: join(folder, 'out.cjs') });
const run = (file = 'out.cjs') =>
  execFileSync(process.execPath, [join(folder, file)], { encoding: 'utf8', env: {} }).trim();

describe('bundle', () => {
  it('builds once, and again only when an imported file changed', async () => {
    expect([await build(), await build()]).toEqual([true, false]);
    expect(run()).toBe('one');
    await writeSource('greeting.ts', "export const greeting: string = 'three';\n");
    expect([await build(), await build()]).toEqual([true, false]);
    expect(run()).toBe('three');
  });

  it('builds again when the bundle is gone, is another one, or its record is half written', async () => {
    await build();
    await rm(join(folder, 'out.cjs'));
    expect(await build()).toBe(true);
    await writeFile(join(folder, 'out.cjs'), 'console.log("somebody else\'s")');
    expect(await build()).toBe(true);
    await writeFile(join(folder, 'out.cjs.inputs.json'), '{"a":');
    expect(await build()).toBe(true);
    expect(run()).toBe('one');
  });

  it('builds again when an imported file is gone, and says what is missing', async () => {
    await build();
    await rm(join(folder, 'greeting.ts'));
    await expect(build()).rejects.toThrow(/greeting/);
  });

  it('takes a file that changed while it was read for changed', async () => {
    const soon = new Date(Date.now() + 60_000);
    await utimes(join(folder, 'greeting.ts'), soon, soon);
    expect([await build(), await build()]).toEqual([true, true]);
  });

  it('is safe for several at once, and leaves no unfinished file', async () => {
    await Promise.all([build(), build(), build()]);
    expect(run()).toBe('one');
    expect(await build()).toBe(false);
    expect((await readdir(folder)).sort()).toEqual(['greeting.ts', 'main.ts', 'out.cjs', 'out.cjs.inputs.json']);
  });

  it('replaces its record, so that a copy of the workspace made of hard links keeps its own', async () => {
    await build();
    const record = join(folder, 'out.cjs.inputs.json');
    const linked = join(folder, 'linked.json');
    await link(record, linked);
    const before = await readFile(linked, 'utf8');
    await writeSource('greeting.ts', "export const greeting: string = 'three';\n");
    await build();
    expect(await readFile(linked, 'utf8')).toBe(before);
    expect(await readFile(record, 'utf8')).not.toBe(before);
  });

  it('makes the same file of the same sources, so that the record of another run is right for it, too', async () => {
    const record = join(folder, 'out.cjs.inputs.json');
    await build();
    const others = await readFile(record, 'utf8');
    await rm(join(folder, 'out.cjs'));
    await build();
    await writeFile(record, others);
    expect(await build()).toBe(false);
  });

  it('lets an ES module require packages that are CommonJS', async () => {
    await writeSource('old.cjs', "module.exports = require('node:path').sep;\n");
    await writeSource('new.ts', "import separator from './old.cjs';\nconsole.log(separator);\n");
    await bundle({ entry: join(folder, 'new.ts'), outfile: join(folder, 'new.mjs'), format: 'esm' });
    expect(run('new.mjs')).toBe('/');
  });
});
