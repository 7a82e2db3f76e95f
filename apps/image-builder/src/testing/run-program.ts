import { createProgram } from '../program.ts';
import { isFailure } from '@slipway/cli';
import type { Failure } from '../failure.ts';
import type { World } from '../world.ts';

export interface Ran {
  /** What went to standard output. */
  readonly printed: string;
  readonly failure: Failure | undefined;
}

/** Runs a command line over a world of fakes; a failure is a result. */
export async function runProgram(args: readonly string[], world: World): Promise<Ran> {
  const printed: string[] = [];
  const program = createProgram({ print: (text) => printed.push(text), world: () => world });
  for (const command of [program, ...program.commands]) command.configureOutput({ writeErr: () => undefined });
  try {
    await program.parseAsync(args, { from: 'user' });
    return { printed: printed.join(''), failure: undefined };
  } catch (error) {
    if (!isFailure(error)) throw error;
    return { printed: printed.join(''), failure: error };
  }
}
