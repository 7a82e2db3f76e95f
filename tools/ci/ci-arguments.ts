import { parseArgs } from 'node:util';
import { CiFailure } from './ci-failure.ts';
import { pipelines } from './pipelines.ts';
import type { PipelineName } from './pipelines.ts';

export interface CiArguments {
  readonly pipeline: PipelineName;
  /** Commit to compare with. @default where this branch left main */
  readonly base?: string;
  /** Names of steps or groups. @default all */
  readonly only?: readonly string[];
  readonly dryRun: boolean;
  /** Whether to use this machine's cloud, not the credentials of the environment. */
  readonly localCloud: boolean;
}

export const USAGE = `Usage: node tools/ci/main.ts <${Object.keys(pipelines).join('|')}> [options]

Runs a pipeline of CI, as far as the changes since a commit affect it.

  --base <commit>      compare with this commit (default: where this branch left main, or the commit before on main)
  --only <a,b:c>       these groups or steps alone, such as check,plan:dev
  --dry-run            say what would run
  --local-cloud        against the cloud of this machine, which is brought up; else with the credentials of the environment
  --help               this text

Exit codes: 0 all passed, or nothing is affected; 2 the command is wrong; 3 git, Nx or the local cloud isn't ready;
130 ended by Ctrl-C; else that of the first step that failed.`;

/** @returns what to do, or undefined where help was asked for */
export function parseCiArguments(args: readonly string[]): CiArguments | undefined {
  const { values, positionals } = parsed(args);
  if (values.help) return undefined;
  const [pipeline = '', ...more] = positionals;
  if (!isPipeline(pipeline) || more.length > 0) throw wrong(`'${positionals.join(' ')}' is no pipeline`);
  return {
    pipeline,
    dryRun: values['dry-run'],
    localCloud: values['local-cloud'],
    ...(values.base === undefined ? {} : { base: values.base }),
    ...(values.only === undefined ? {} : { only: known(values.only.split(','), pipeline) }),
  };
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        base: { type: 'string' },
        only: { type: 'string' },
        'dry-run': { type: 'boolean', default: false },
        'local-cloud': { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    });
  } catch (cause) {
    throw wrong(cause instanceof Error ? cause.message : String(cause));
  }
}

function isPipeline(name: string): name is PipelineName {
  return Object.hasOwn(pipelines, name);
}

/** A group that isn't there would run nothing, and pass. */
function known(names: readonly string[], pipeline: PipelineName): readonly string[] {
  const groups: readonly string[] = pipelines[pipeline].groups.map(({ name }) => name);
  const strange = names.find((name) => !groups.includes(name.split(':')[0] ?? ''));
  if (strange === undefined) return names;
  throw wrong(`'${strange}' is no step of '${pipeline}': it has ${groups.join(', ')}`);
}

function wrong(what: string): CiFailure {
  return new CiFailure(2, `${what}\n\n${USAGE}`);
}
