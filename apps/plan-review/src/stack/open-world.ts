import { join } from 'node:path';
import { openWorld as openReviewWorld } from '../open-world.ts';
import { workTree } from './checkout/work-tree.ts';
import { processRunner } from './processes/run-process.ts';
import { diskSavedPlans } from './saved-plans/disk-saved-plans.ts';
import { terraformCli } from './terraform/terraform-cli.ts';
import type { World } from './world.ts';

/** The world as it is, seen from the root of a checkout of this repository. */
export function openWorld(env: Readonly<Record<string, string | undefined>>, signal: AbortSignal): World {
  const stacks = join(env['CDKTF_OUTDIR'] ?? 'cdktf.out', 'stacks');
  const run = processRunner(signal);
  return {
    ...openReviewWorld(env, signal),
    checkout: workTree(stacks, run),
    terraform: terraformCli(stacks, run),
    plans: diskSavedPlans(join('dist', 'plans')),
    isCi: !['', '0', 'false'].includes(env['CI'] ?? ''),
  };
}
