import type { Program } from '../cli/load-programs.ts';
import { awsProblem } from './aws-problem.ts';
import { commanderProblem } from './commander-problem.ts';
import { nxProblem } from './nx-problem.ts';
import type { NxTargets } from './nx-problem.ts';
import { OUTSIDE, outsideProblem } from './outside-commands.ts';

/** What is there to be called. */
export interface Known {
  /** Command lines of the workspace. */
  readonly programs: readonly Program[];
  readonly targets: NxTargets;
  /** Names of npm scripts. */
  readonly scripts: ReadonlySet<string>;
}

/** Commands of every shell, and programs without anything to get wrong here. */
const SHELL = new Set(['cat', 'cd', 'cp', 'diff', 'echo', 'eval', 'export', 'jq', 'mkdir', 'unset']);
/** Subcommands of npm itself. */
const NPM = new Set(['ci', 'start', 'stop', 'test']);

/** Why a command can't be right: no such program, subcommand, argument or flag. `undefined`: nothing is known against it. */
export async function commandProblem(known: Known, words: readonly string[]): Promise<string | undefined> {
  const [program = '', ...args] = words;
  if (SHELL.has(program)) return undefined;
  const ours = known.programs.find(({ call }) => `${words.join(' ')} `.startsWith(`${call} `));
  if (ours !== undefined) return commanderProblem(ours.make(), words.slice(ours.call.split(' ').length));
  if (program === 'npx') return npxProblem(known, args);
  if (program === 'npm') return npmProblem(known, args);
  if (program === 'aws') return awsProblem(args);
  if (program !== 'cdktf' && OUTSIDE[program] !== undefined) return outsideProblem(program, args);
  return `'${program}' isn't among the programs that are known`;
}

function npxProblem({ targets }: Known, [program = '', ...args]: readonly string[]): string | undefined {
  if (program === 'nx') return nxProblem(targets, args);
  if (program === 'cdktf') return outsideProblem(program, args);
  return `'npx ${program}' isn't among the programs of this workspace`;
}

function npmProblem({ scripts }: Known, [command = '', script = '']: readonly string[]): string | undefined {
  if (command === 'run') return scripts.has(script) ? undefined : `there is no npm script '${script}'`;
  return NPM.has(command) ? undefined : `'npm ${command}' isn't among the commands that are known`;
}
