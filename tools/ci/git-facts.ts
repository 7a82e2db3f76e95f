import { execa } from 'execa';
import { CiFailure } from './ci-failure.ts';

/** Where a branch left main; for main itself, the commit before. */
const MAIN = ['origin/main', 'main'] as const;

/**
 * The commit to compare with: where this branch left the one that is named, or main. Nx compares with that, too.
 * @throws CiFailure when it isn't there
 */
export async function findBase(workspace: string, named?: string): Promise<string> {
  if (named !== undefined) {
    const commit = await commitOf(workspace, named);
    if (commit !== undefined) return (await git(workspace, ['merge-base', 'HEAD', commit])) ?? commit;
    throw missing(`there is no commit '${named}' in '${workspace}'`);
  }
  const head = await commitOf(workspace, 'HEAD');
  for (const main of MAIN) {
    const base = await git(workspace, ['merge-base', 'HEAD', main]);
    if (base !== undefined && base !== head) return base;
  }
  return (await commitOf(workspace, 'HEAD~1')) ?? nothingBefore(workspace);
}

/** Files that differ from a commit, the work tree's own included, and are still there. */
export async function changedFiles(workspace: string, base: string): Promise<string[]> {
  const lists = await Promise.all([
    git(workspace, ['diff', '--name-only', '-z', '--diff-filter=d', base]),
    git(workspace, ['ls-files', '--others', '--exclude-standard', '-z']),
  ]);
  return lists.flatMap((list) => (list ?? '').split('\0')).filter((file) => file !== '');
}

/** Git gets a commit's own name everywhere: a base such as `--output=file` would be a flag. */
async function commitOf(workspace: string, name: string): Promise<string | undefined> {
  return await git(workspace, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`]);
}

async function git(workspace: string, args: readonly string[]): Promise<string | undefined> {
  const { stdout, failed, code } = await execa('git', ['-C', workspace, ...args], { reject: false });
  if (code === 'ENOENT') throw new CiFailure(3, "there is no 'git'\nfix: install it");
  return failed ? undefined : stdout;
}

function nothingBefore(workspace: string): never {
  throw missing(`'${workspace}' has no commit to compare with`);
}

function missing(what: string): CiFailure {
  return new CiFailure(2, `${what}\nfix: name another by --base; in CI, check out the whole history (fetch-depth: 0)`);
}
