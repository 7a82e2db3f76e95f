import { appendFile } from 'node:fs/promises';
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

  it('synthesizes only dev and prod, and builds no image, when ecr-module changed', async () => {
    const file = 'libs/ecr-module/src/registry/repository.ts';
    expect(await affectedBy(file, 'synth')).toEqual(['dev', 'prod']);
    expect(await affectedBy(file, 'image')).toEqual([]);
  });

  it('synthesizes only the environment whose app changed', async () => {
    expect(await affectedBy('apps/dev/src/main.ts', 'synth')).toEqual(['dev']);
  });

  it('rebuilds nothing when a README changed', async () => {
    for (const readme of ['README.md', 'server/README.md', 'libs/ecr-module/README.md']) {
      await appendFile(join(clone.folder, readme), '\n');
    }
    expect(await clone.nx('run-many', '-t', 'synth', '-p', 'dev,prod')).toContain('Successfully ran target synth');
    await appendFile(join(clone.folder, 'libs/ecr-module/README.md'), '\n');
    expect(await clone.nx('run-many', '-t', 'synth', '-p', 'dev,prod')).toContain('2/2 hit (100%)');
  });
});
