import type { GitFacts } from '@slipway/images';
import { execa } from 'execa';
import { Failure } from '../failure.ts';
import type { Git } from './git.ts';
import { withoutSecrets } from '../secrets/child-environment.ts';
import { sourceUrl } from './source-url.ts';

/** Git by its command. `detachedBranch` names the branch where git knows none, as in most CI checkouts. */
export class CommandGit implements Git {
  readonly #detachedBranch: string | undefined;

  constructor(detachedBranch: string | undefined) {
    this.#detachedBranch = detachedBranch;
  }

  async facts(folder: string): Promise<GitFacts> {
    await ask(folder, ['rev-parse', '--is-inside-work-tree']);
    const commit = await ask(folder, ['rev-parse', '--verify', '--quiet', 'HEAD'], noCommit(folder));
    const branch = await askOptional(folder, ['symbolic-ref', '--short', '--quiet', 'HEAD']);
    const remote = await askOptional(folder, ['config', '--get', 'remote.origin.url']);
    return {
      commit,
      branch: branch ?? this.#detachedBranch ?? 'detached',
      dirty: (await ask(folder, ['status', '--porcelain'])) !== '',
      committedAt: await ask(folder, ['show', '--no-patch', '--format=%cI', 'HEAD']),
      source: remote === undefined ? undefined : sourceUrl(remote),
      tags: lines(await ask(folder, ['tag', '--points-at', 'HEAD'])),
    };
  }
}

async function ask(folder: string, args: readonly string[], failure?: Failure): Promise<string> {
  const { stdout, stderr, failed, exitCode } = await git(folder, args);
  if (!failed) return stdout;
  throw failure ?? notUsable(folder, `'git ${args.join(' ')}' ended with ${exitCode ?? 'a signal'}: ${stderr}`);
}

/** Git's answer, or undefined when it says by exit code 1 that there is none. */
async function askOptional(folder: string, args: readonly string[]): Promise<string | undefined> {
  const { stdout, stderr, failed, exitCode } = await git(folder, args);
  if (!failed) return stdout;
  if (exitCode === 1) return undefined;
  throw notUsable(folder, `'git ${args.join(' ')}' ended with ${exitCode ?? 'a signal'}: ${stderr}`);
}

async function git(
  folder: string,
  args: readonly string[],
): Promise<{ stdout: string; stderr: string; failed: boolean; exitCode?: number }> {
  const result = await execa('git', ['-C', folder, ...args], { env: withoutSecrets, reject: false });
  if (!result.failed || result.exitCode !== undefined) return result;
  throw new Failure({
    code: 'git-missing',
    message: `git can't be run: ${result.shortMessage ?? 'unknown reason'}`,
    fix: 'install git',
    cause: result,
  });
}

function lines(text: string): string[] {
  return text.split('\n').filter((line) => line !== '');
}

function noCommit(folder: string): Failure {
  return new Failure({
    code: 'git-unusable',
    message: `the git repository '${folder}' has no commit`,
    fix: 'make a first commit: tags are made of it',
  });
}

function notUsable(folder: string, why: string): Failure {
  const message = `'${folder}' is no git work tree that can be read: ${why}`;
  return new Failure({
    code: 'git-unusable',
    message,
    fix: "run the command in a clone of the repository; 'git init' and commit makes one",
  });
}
