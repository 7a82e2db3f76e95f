import { CommanderError } from 'commander';
import type { Command } from 'commander';
import { isFailure } from '../failure.ts';
import type { Failure } from '../failure.ts';
import type { Shell } from '../shell.ts';

export interface ProgramRun {
  /** What went to standard output. */
  readonly printed: string;
  /** What commander wrote about wrong flags. */
  readonly complaints: string;
  readonly failure?: Failure;
}

/** Runs a command line in a world of fakes; without one, touching the world is an error. */
export type RunProgram<World> = (args: readonly string[], world?: World) => Promise<ProgramRun>;

/** Runs a command line inside of a test. Failures and wrong flags are results; any other error is thrown, as it is a bug. */
export function programRunner<World>(createProgram: (shell: Shell<World>) => Command): RunProgram<World> {
  return async (args, world) => {
    const printed: string[] = [];
    const complaints: string[] = [];
    const print = (text: string) => printed.push(text);
    const program = createProgram({ print, world: () => touched(world) });
    for (const command of [program, ...program.commands])
      command.configureOutput({ writeErr: (text) => complaints.push(text), writeOut: print });
    const failure = await program.parseAsync(args, { from: 'user' }).then(() => undefined, failureOf);
    return {
      printed: printed.join(''),
      complaints: complaints.join(''),
      ...(failure === undefined ? {} : { failure }),
    };
  };
}

function touched<World>(world: World | undefined): World {
  if (world === undefined) throw new Error('the world was touched');
  return world;
}

function failureOf(error: unknown): Failure | undefined {
  if (isFailure(error)) return error;
  if (error instanceof CommanderError) return undefined;
  throw error;
}
