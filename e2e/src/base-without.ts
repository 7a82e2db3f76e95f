import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execa } from 'execa';
import { ROOT } from './workspace.ts';

/**
 * A commit like the last one, but without these files, so that they count as new since it. It has no parent, or the last commit itself would be where
 * both meet. Nothing points to it, and neither the checkout nor its index is touched.
 * @returns 40 hex digits
 */
export async function baseWithout(...files: readonly string[]): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'index-'));
  const git = async (...args: readonly string[]) => {
    const identity = ['-c', 'user.name=test', '-c', 'user.email=test@example.com'];
    const env = { GIT_INDEX_FILE: join(folder, 'index') };
    return (await execa('git', [...identity, ...args], { cwd: ROOT, env })).stdout;
  };
  try {
    await git('read-tree', 'HEAD');
    await git('rm', '--cached', '--quiet', '--', ...files);
    return await git('commit-tree', await git('write-tree'), '-m', `without ${files.join(', ')}`);
  } finally {
    await rm(folder, { recursive: true });
  }
}
