import { join } from 'node:path';
import { maskText } from '@slipway/plan-review';
import { StackFailure } from '../failure.ts';
import type { Ended, RunProcess } from '../processes/run-process.ts';
import type { StateMark, Terraform } from './terraform.ts';

interface Call {
  readonly args: readonly [string, ...string[]];
  readonly onLine?: (line: string) => void;
}

/** The terraform program. @param stacks folder with a folder for each synthesized stack */
export function terraformCli(stacks: string, run: RunProcess): Terraform {
  const call = async (stack: string, { args, onLine }: Call) => {
    const cwd = join(stacks, stack);
    const variables = { TF_IN_AUTOMATION: 'true' };
    const ended = await run({ command: ['terraform', ...args], cwd, variables, ...(onLine && { onLine }) });
    if (ended.exitCode !== 0) throw failureOf(stack, args[0], ended);
    return ended.stdout;
  };
  return {
    async init(stack) {
      await call(stack, { args: ['init', '-input=false', '-no-color'] });
    },
    async state(stack) {
      return stateMark(await call(stack, { args: ['state', 'pull'] }));
    },
    async plan(stack, { out, refreshOnly }) {
      const mode = refreshOnly ? ['-refresh-only'] : [];
      await call(stack, { args: ['plan', `-out=${out}`, ...mode, '-input=false', '-no-color'] });
    },
    show: (stack, file) => call(stack, { args: ['show', '-json', file] }),
    async apply(stack, file, say) {
      const onLine = (line: string) => {
        say(maskText(line));
      };
      await call(stack, { args: ['apply', '-input=false', '-no-color', file], onLine });
    },
  };
}

/** `terraform state pull` prints nothing where there is no state yet. */
function stateMark(pulled: string): StateMark {
  if (pulled.trim() === '') return { lineage: '', serial: 0 };
  const { lineage, serial } = JSON.parse(pulled) as StateMark;
  return { lineage, serial };
}

/** Lines of Terraform that are shown: its errors stand at the end. */
const TAIL = 40;

function failureOf(stack: string, command: string, { exitCode, stdout, stderr }: Ended) {
  const said = maskText(stderr.trim() === '' ? stdout : stderr);
  const isStale = command === 'apply' && said.includes('Saved plan is stale');
  return new StackFailure({
    code: isStale ? 'stale-plan' : 'terraform-failed',
    message: `'terraform ${command}' of '${stack}' ${endWords(exitCode)}\n${said.trim().split('\n').slice(-TAIL).join('\n')}`,
    fix:
      command === 'apply'
        ? `what was done stands in the state: mend the cause, then plan again ('npx nx plan ${stack}')`
        : 'mend what Terraform says, and run the command again',
  });
}

function endWords(exitCode: number | undefined): string {
  return exitCode === undefined ? 'was ended by a signal' : `failed with exit code ${exitCode}`;
}
