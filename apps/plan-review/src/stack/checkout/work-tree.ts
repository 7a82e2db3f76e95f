import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { StackFailure } from '../failure.ts';
import type { RunProcess } from '../processes/run-process.ts';
import type { Checkout } from './checkout.ts';

/** The checkout in the folder of this process. @param stacks folder with a folder for each synthesized stack */
export function workTree(stacks: string, run: RunProcess): Checkout {
  const git = async (...args: readonly string[]) => {
    const { exitCode, stdout, stderr } = await run({ command: ['git', ...args] });
    if (exitCode === 0) return stdout.trim();
    const message = `'git ${args.join(' ')}' failed: ${stderr.trim()}`;
    throw new StackFailure({ code: 'git-failed', message, fix: 'run this in a git checkout that has a commit' });
  };
  return {
    commit: async () => ({
      commit: await git('rev-parse', 'HEAD'),
      dirty: (await git('status', '--porcelain')) !== '',
    }),
    async synthesize(environment) {
      const command = [process.execPath, 'tools/synth/main.ts', environment] as const;
      const { exitCode, stderr } = await run({ command });
      if (exitCode !== 0) throw failure(environment, stderr);
      const text = await readFile(join(stacks, environment, 'cdk.tf.json'), 'utf8');
      return { text, sha256: createHash('sha256').update(text).digest('hex') };
    },
  };
}

function failure(environment: string, stderr: string) {
  return new StackFailure({
    code: 'synthesis-failed',
    message: `'${environment}' can't be synthesized\n${stderr.trim()}`,
    fix: `mend the spec, libs/environments/src/${environment}.ts`,
  });
}
