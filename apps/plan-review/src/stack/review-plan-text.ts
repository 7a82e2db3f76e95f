import { addConfiguration, parsePlan, reviewPlans } from '@slipway/plan-review';
import type { Plan, Review } from '@slipway/plan-review';
import { askLive } from '../commands/review/live/ask-live.ts';
import { readOverrides } from '../commands/review/read-overrides.ts';
import { stackInput } from '../commands/review/stack-input.ts';
import { StackFailure } from './failure.ts';
import type { World } from './world.ts';

export interface PlanText {
  readonly stack: string;
  /** Output of `terraform show -json`. */
  readonly json: string;
  /** Text of the `cdk.tf.json` that the plan was made of: plans leave out policies that wait for the plan's own resources. */
  readonly configuration: string;
  readonly commit: string;
}

/** What decides a verdict beside the plan. */
export interface Judging {
  /** Path of a file with overrides. @default none */
  readonly overrides?: string;
  /** Ask the registries which images are at stake, and who needs them. @default they may hold some */
  readonly live?: boolean;
}

/** Reviews one plan. @throws StackFailure `not-a-plan`, `invalid-configuration`, and Failures of overrides and of AWS */
export async function reviewPlanText({ stack, commit, ...texts }: PlanText, judging: Judging, world: World) {
  const plan = planOf(texts);
  const input = stackInput(stack, plan, world.catalog);
  const evidence = judging.live === true ? await askLive(input, world) : {};
  const overrides = await readOverrides(judging.overrides, world.files);
  const review: Review = reviewPlans({ stacks: [{ ...input, ...evidence }], overrides, commit, now: world.now() });
  return { review, terraformVersion: plan.terraformVersion };
}

function planOf({ json, configuration }: Pick<PlanText, 'json' | 'configuration'>): Plan {
  const parsed = parsePlan(json);
  if (parsed.plan === undefined) {
    const { message, fix } = parsed.problem;
    throw new StackFailure({ code: 'not-a-plan', message: `what Terraform made can't be reviewed: ${message}`, fix });
  }
  const configured = addConfiguration(parsed.plan, configuration);
  if (configured.plan !== undefined) return configured.plan;
  throw new StackFailure({
    code: 'invalid-configuration',
    message: `the plan is not of what was synthesized: ${configured.problem}`,
    fix: 'plan again, and synthesize nothing at the same time',
  });
}
