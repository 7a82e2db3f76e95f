import { findEnvironment } from '@slipway/ecr-inventory';
import type { Review } from '@slipway/plan-review';
import { verdictFailure } from '../../../commands/review/verdict-failure.ts';
import { StackFailure } from '../../failure.ts';
import { requireClean } from '../../require-clean.ts';
import { reviewPlanText } from '../../review-plan-text.ts';
import type { Judging } from '../../review-plan-text.ts';
import type { PlanRecord } from '../../saved-plans/plan-record.ts';
import type { World } from '../../world.ts';
import type { Deployment } from './deployment.ts';
import {
  requireRecord,
  requireSameCommit,
  requireSameConfiguration,
  requireSameFile,
  requireSameState,
} from './check-plan.ts';

export interface DeployOptions extends Judging {
  /** Checks everything, and applies nothing. */
  readonly dryRun?: boolean;
}

/** Applies the saved plan of an environment, after it was shown to be the one that was reviewed, and of what is there now. */
export async function runDeploy(environment: string, options: DeployOptions, world: World): Promise<Deployment> {
  findEnvironment(world.catalog, environment);
  const saved = await world.plans.find(environment);
  if (saved === undefined) throw noPlan(environment);
  const record = requireRecord(environment, saved.record);
  const { planFile } = saved;
  const configuration = await world.progress.during(`check the plan of ${environment}`, () =>
    check(record, planFile, world),
  );
  const review = await judge({ record, planFile, configuration }, options, world);
  const found = { schemaVersion: 1, report: 'stack-deploy', environment, verdict: review.verdict, record } as const;
  if (options.dryRun === true) return { ...found, applied: false };
  await apply(record, world);
  return { ...found, applied: true, state: await world.terraform.state(environment) };
}

/** @returns the configuration that the plan was made of */
async function check(record: PlanRecord, planFile: string, world: World): Promise<string> {
  const { checkout, plans, terraform } = world;
  requireSameFile(record, await plans.digest(planFile));
  requireSameCommit(record, (await requireClean(world)).commit);
  const { text, sha256 } = await checkout.synthesize(record.environment);
  requireSameConfiguration(record, sha256);
  await terraform.init(record.environment);
  requireSameState(record, await terraform.state(record.environment));
  return text;
}

interface Checked {
  readonly record: PlanRecord;
  readonly planFile: string;
  readonly configuration: string;
}

/** Of the plan file itself, not of the JSON beside it, and of today: overrides may have ended meanwhile. */
async function judge({ record, planFile, configuration }: Checked, options: Judging, world: World): Promise<Review> {
  const { environment, commit } = record;
  const json = await world.terraform.show(environment, planFile);
  const { review } = await reviewPlanText({ stack: environment, json, configuration, commit }, options, world);
  const failure = verdictFailure(review, false);
  if (failure !== undefined) throw failure;
  return review;
}

/** The plan is moved aside first: whatever becomes of it, it is not applied a second time. */
async function apply(record: PlanRecord, { plans, progress, terraform, now }: World): Promise<void> {
  const { environment } = record;
  const planFile = await plans.claim(environment, now());
  if (planFile === undefined) throw noPlan(environment);
  requireSameFile(record, await plans.digest(planFile));
  await progress.during(`deploy ${environment}`, (say) => terraform.apply(environment, planFile, say));
}

function noPlan(environment: string) {
  return new StackFailure({
    code: 'no-plan',
    message: `there is no saved plan of '${environment}'`,
    fix: `make one and review it: 'npx nx plan ${environment}'`,
  });
}
