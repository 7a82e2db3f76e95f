import { findEnvironment } from '@slipway/ecr-inventory';
import type { Review } from '@slipway/plan-review';
import type { CommitFacts } from '../../checkout/checkout.ts';
import { requireClean } from '../../require-clean.ts';
import { reviewPlanText } from '../../review-plan-text.ts';
import type { Judging } from '../../review-plan-text.ts';
import type { Draft } from '../../saved-plans/saved-plans.ts';
import type { PlanRecord } from '../../saved-plans/plan-record.ts';
import type { World } from '../../world.ts';

/** Plans an environment and saves the plan, in place of an earlier one. A plan that is blocked is saved, too: it can be looked at. */
export async function runPlan(environment: string, judging: Judging, world: World): Promise<Review> {
  findEnvironment(world.catalog, environment);
  const facts = await requireClean(world);
  const { progress, plans } = world;
  return plans.withDraft(environment, (draft) =>
    progress.during(`plan ${environment}`, (say) => make({ environment, facts, judging, draft, say }, world)),
  );
}

interface Making {
  readonly environment: string;
  readonly facts: CommitFacts;
  readonly judging: Judging;
  readonly draft: Draft;
  readonly say: (line: string) => void;
}

async function make({ environment, facts, judging, draft, say }: Making, world: World): Promise<Review> {
  const { checkout, terraform, plans } = world;
  say('synthesize');
  const configuration = await checkout.synthesize(environment);
  say('terraform plan');
  await terraform.init(environment);
  // Before the plan: of an apply in between the record then says too little, and the deployment is refused.
  const state = await terraform.state(environment);
  await terraform.plan(environment, { out: draft.planFile, refreshOnly: false });
  const json = await terraform.show(environment, draft.planFile);
  const text = { stack: environment, json, configuration: configuration.text, commit: facts.commit };
  const { review, terraformVersion } = await reviewPlanText(text, judging, world);
  const record: PlanRecord = {
    schemaVersion: 1,
    environment,
    ...facts,
    planSha256: await plans.digest(draft.planFile),
    configurationSha256: configuration.sha256,
    state,
    terraformVersion,
    madeAt: world.now().toISOString(),
  };
  const papers = { json, record: `${JSON.stringify(record, null, 2)}\n` };
  const folder = await plans.save(environment, draft, papers);
  say(`saved in ${folder}; 'npx nx deploy ${environment}' applies it`);
  return review;
}
