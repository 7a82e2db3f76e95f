import { interrupted } from '@slipway/cli';
import { execa } from 'execa';
import { z } from 'zod';
import { Failure } from '../failure.ts';
import { withoutSecrets } from '../secrets/child-environment.ts';
import type { AffectedContainers } from './affected-containers.ts';

/** Projects that are containers have this target. */
const TARGET = 'image';
const names = z.array(z.string());

/** Asks the workspace's own Nx. */
export function nxAffected(workspace: string, signal: AbortSignal): AffectedContainers {
  return async (base) => {
    const since = base === undefined ? [] : [`--base=${await commitOf(workspace, base)}`];
    const args = ['show', 'projects', '--affected', '--with-target', TARGET, '--json', ...since];
    const { stdout, stderr, failed, code, shortMessage } = await execa('nx', args, {
      cwd: workspace,
      preferLocal: true,
      localDir: workspace,
      env: { ...withoutSecrets, NX_DAEMON: 'false', NX_TUI: 'false' },
      cancelSignal: signal,
      reject: false,
    });
    if (signal.aborted) throw interrupted();
    if (code === 'ENOENT') throw nxMissing(workspace);
    if (failed) throw unknown(`${shortMessage ?? 'nx failed'}\n${stderr}`);
    return namesIn(stdout);
  };
}

/** Nx hands its base to git unchanged, where `--output=file` would be a flag: it gets the commit's own name instead. */
async function commitOf(workspace: string, base: string): Promise<string> {
  const args = ['-C', workspace, 'rev-parse', '--verify', '--quiet', '--end-of-options', `${base}^{commit}`];
  const { stdout, failed } = await execa('git', args, { env: withoutSecrets, reject: false });
  if (!failed) return stdout;
  throw new Failure({
    code: 'git-unusable',
    message: `there is no commit '${base}' in '${workspace}' to compare with`,
    fix: "name another by --base; in CI, check out the whole history ('fetch-depth: 0'), or use --all",
  });
}

function namesIn(text: string): readonly string[] {
  try {
    return names.parse(JSON.parse(text));
  } catch (cause) {
    throw unknown(`'nx show projects' printed '${text}', which is no list of names`, cause);
  }
}

function nxMissing(workspace: string): Failure {
  return new Failure({
    code: 'tool-missing',
    message: `there is no nx in '${workspace}'`,
    fix: "run 'npm ci' there, or name the containers",
  });
}

function unknown(why: string, cause?: unknown): Failure {
  return new Failure({
    code: 'affected-unknown',
    message: `it can't be told which containers changed: ${why}`,
    fix: 'name a base that is there by --base, or name the containers, or use --all',
    cause,
  });
}
