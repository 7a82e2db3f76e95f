import { isFailure } from '@slipway/cli';
import type { Failure } from '@slipway/cli';
import { testWorld } from '../../testing/run-program.ts';
import { createProgram } from '../program.ts';
import type { World } from '../world.ts';
import { MemoryTerraform } from './memory-terraform.ts';
import { memorySavedPlans } from './memory-saved-plans.ts';

export const COMMIT = 'c0ffee0000000000000000000000000000000000';

/** A world of fakes with a clean checkout and the environments `test` and `prod`. What a test changes in it counts at once. */
export function stackWorld(files: Readonly<Record<string, string>> = {}) {
  const plans = memorySavedPlans();
  const terraform = new MemoryTerraform(plans.files);
  const facts = { commit: COMMIT, dirty: false };
  const checkout = { facts, configuration: 'c1', synthesized: [] as string[] };
  const world: World = {
    ...testWorld(files).world,
    plans,
    terraform,
    isCi: true,
    checkout: {
      commit: () => Promise.resolve(checkout.facts),
      synthesize: (environment) => {
        checkout.synthesized.push(environment);
        return Promise.resolve(checkout.configuration);
      },
    },
  };
  return { world, plans, terraform, checkout };
}

/** Runs the command line in a world of fakes. */
export async function runStack(world: World, ...args: readonly string[]) {
  const printed: string[] = [];
  const program = createProgram({ print: (text) => printed.push(text), world: () => world });
  const failure: Failure | undefined = await program.parseAsync(args, { from: 'user' }).then(
    () => undefined,
    (error: unknown) => {
      if (isFailure(error)) return error;
      throw error;
    },
  );
  return { printed: printed.join(''), failure };
}
