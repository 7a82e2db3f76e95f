import { programRunner } from '@slipway/cli/testing';
import { testWorld } from '../../testing/test-world.ts';
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
  const checkout = { facts, sha256: 'c1', synthesized: [] as string[] };
  const world: World = {
    ...testWorld(files).world,
    plans,
    terraform,
    isCi: true,
    checkout: {
      commit: () => Promise.resolve(checkout.facts),
      synthesize: (environment) => {
        checkout.synthesized.push(environment);
        return Promise.resolve({ text: configurationOf(terraform.json), sha256: checkout.sha256 });
      },
    },
  };
  return { world, plans, terraform, checkout };
}

const run = programRunner(createProgram);

/** Runs the command line in a world of fakes. */
export async function runStack(world: World, ...args: readonly string[]) {
  return await run(args, world);
}

/** A configuration that has the resources of a plan, and of their values nothing that it could be compared by. */
function configurationOf(plan: string): string {
  const { resource_changes: changes = [] } = JSON.parse(plan) as {
    resource_changes?: { type: string; name: string }[];
  };
  const resource: Record<string, Record<string, object>> = {};
  for (const { type, name } of changes) resource[type] = { ...resource[type], [name]: {} };
  return JSON.stringify({ resource });
}
