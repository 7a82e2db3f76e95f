import { reviewPlans } from '@slipway/plan-review';
import type { Review } from '@slipway/plan-review';
import { Failure } from '../../failure.ts';
import type { World } from '../../world.ts';
import { askLive } from './live/ask-live.ts';
import type { PlanFile } from './plan-file.ts';
import { readOverrides } from './read-overrides.ts';
import { readPlan } from './read-plan.ts';
import { stackInput } from './stack-input.ts';
import { requireUsed, withConfiguration } from './with-configuration.ts';

export interface ReviewOptions {
  readonly plans: readonly PlanFile[];
  /** Configurations that the plans of the same stacks were made of. */
  readonly configurations: readonly PlanFile[];
  /** Path of a file with overrides. @default none */
  readonly overrides?: string;
  readonly commit?: string;
  /** Hours. @default plans of any age */
  readonly maxAge?: number;
  /** Whether registries are asked for the images at stake, and services and the ledger what runs. */
  readonly live: boolean;
}

/** Reads the plans, and reviews them together. Asks AWS only where `live` says so. */
export async function runReview(options: ReviewOptions, world: World): Promise<Review> {
  requireDifferentStacks(options.plans);
  requireUsed(options.configurations, options.plans);
  const now = world.now();
  const overrides = await readOverrides(options.overrides, world.files);
  const stacks = [];
  for (const plan of options.plans) {
    const configuration = options.configurations.find(({ stack }) => stack === plan.stack);
    const read = await readPlan(plan, { ...options, now, files: world.files });
    const input = stackInput(plan.stack, await withConfiguration(read, configuration, world.files), world.catalog);
    stacks.push(options.live ? { ...input, ...(await askLive(input, world)) } : input);
  }
  const { commit } = options;
  return reviewPlans({ stacks, overrides, now, ...(commit === undefined ? {} : { commit }) });
}

function requireDifferentStacks(plans: readonly PlanFile[]): void {
  const repeated = plans.find(({ stack }, index) => plans.findIndex((other) => other.stack === stack) !== index);
  if (repeated === undefined) return;
  throw new Failure({
    code: 'repeated-stack',
    message: `two plans are of the stack '${repeated.stack}'`,
    fix: "name each stack once: '--stack <name>=<file>'",
  });
}
