import { appendFile, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Clone } from './clone.ts';

let clone: Clone;
beforeAll(async () => {
  clone = await Clone.make();
});
afterAll(async () => {
  await clone[Symbol.asyncDispose]();
});

/** Changes a file in a commit of its own and asks Nx which projects have to run a target. */
async function affectedBy(file: string, target: string): Promise<string[]> {
  await appendFile(join(clone.folder, file), '\n');
  await clone.commit(`touch ${file}`);
  const json = await clone.nx(
    'show',
    'projects',
    '--affected',
    '--base=HEAD~1',
    '--head=HEAD',
    '--with-target',
    target,
    '--json',
  );
  return (JSON.parse(json) as string[]).sort();
}

describe('nx affected', () => {
  it('builds only server when server/main.py changed', async () => {
    expect(await affectedBy('server/main.py', 'image')).toEqual(['server']);
    expect(await affectedBy('server/main.py', 'synth')).toEqual([]);
  });

  it('builds only training when training changed', async () => {
    expect(await affectedBy('training/Dockerfile', 'image')).toEqual(['training']);
  });

  it('synthesizes the cdktf apps alone, and builds no image, when ecr-module changed', async () => {
    const file = 'libs/ecr-module/src/repository/repository.ts';
    expect(await affectedBy(file, 'synth')).toEqual(['bootstrap', 'dev', 'prod']);
    expect(await affectedBy(file, 'image')).toEqual([]);
  });

  it('synthesizes only the environment whose app changed', async () => {
    expect(await affectedBy('apps/dev/src/main.ts', 'synth')).toEqual(['dev']);
  });

  it('rebuilds nothing when a README changed', async () => {
    expect(await clone.nx('run-many', '-t', 'synth', 'image')).toContain('Successfully ran');
    for (const readme of ['README.md', 'server/README.md', 'libs/ecr-module/README.md']) {
      await appendFile(join(clone.folder, readme), '\n');
    }
    await clone.commit('touch READMEs');
    const again = await clone.nx('affected', '-t', 'synth', 'image', '--base=HEAD~1', '--head=HEAD');
    expect(again).toMatch(/(\d+)\/\1 hit \(100%\)/);
  });

  it('really builds server alone when server/main.py changed', async () => {
    await appendFile(join(clone.folder, 'server/main.py'), '# touched\n');
    await clone.commit('touch server');
    const output = await clone.nx('affected', '-t', 'image', '--base=HEAD~1', '--head=HEAD', '--output-style=static');
    expect(output).toContain('image-builder build server');
    expect(output).not.toContain('image-builder build training');
    expect(await record('server')).toMatchObject({ built: { fresh: true } });
  });
});

async function record(container: string): Promise<unknown> {
  return JSON.parse(await readFile(join(clone.folder, 'dist', 'images', `${container}.json`), 'utf8'));
}
