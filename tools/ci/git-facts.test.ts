import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { execa } from 'execa';
import { changedFiles, findBase } from './git-facts.ts';

let folder = '';

async function git(...args: readonly string[]): Promise<string> {
  const identity = ['-c', 'user.name=test', '-c', 'user.email=test@example.com'];
  return (await execa('git', [...identity, ...args], { cwd: folder })).stdout;
}
async function commit(file: string): Promise<string> {
  await writeFile(join(folder, file), file);
  await git('add', '--all');
  await git('commit', '--quiet', '--message', file);
  return await git('rev-parse', 'HEAD');
}

let left = '';
/** `branch` left `main` at `first`; then both went on. */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'facts-'));
  await git('init', '--quiet', '--initial-branch', 'main');
  left = await commit('first');
  await git('checkout', '--quiet', '-b', 'branch');
  await commit('ours');
  await git('checkout', '--quiet', 'main');
  await commit('theirs');
  await git('checkout', '--quiet', 'branch');
});
afterAll(async () => {
  await rm(folder, { recursive: true });
});

describe('findBase', () => {
  it.each([[undefined], ['main']])(
    'is where the branch left main, named as %p, so that what main did since is no change',
    async (named) => {
      const base = await findBase(folder, named);
      expect(base).toBe(left);
      expect(await changedFiles(folder, base)).toEqual(['ours']);
    },
  );

  it('is the commit itself where it has nothing in common with the branch', async () => {
    const apart = await git('commit-tree', await git('write-tree'), '-m', 'apart');
    expect(await findBase(folder, apart)).toBe(apart);
  });

  it('is the commit before on main', async () => {
    await git('checkout', '--quiet', 'main');
    expect(await findBase(folder)).toBe(left);
    await git('checkout', '--quiet', 'branch');
  });

  it('refuses what is no commit here, flags too', async () => {
    await expect(findBase(folder, '--output=file')).rejects.toThrow("there is no commit '--output=file'");
  });
});
