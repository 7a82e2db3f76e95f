import { findEnvironment } from '@slipway/ecr-inventory';
import type { Review } from '@slipway/plan-review';
import { reviewPlanText } from '../../review-plan-text.ts';
import type { World } from '../../world.ts';

/** Compares what Terraform's state says with what is there. Neither is changed, and no plan is kept. */
export async function runDrift(environment: string, world: World): Promise<Review> {
  findEnvironment(world.catalog, environment);
  const { checkout, terraform, plans, progress } = world;
  const { commit } = await checkout.commit();
  return plans.withDraft(environment, ({ planFile }) =>
    progress.during(`compare ${environment} with its state`, async () => {
      const { text: configuration } = await checkout.synthesize(environment);
      await terraform.init(environment);
      await terraform.plan(environment, { out: planFile, refreshOnly: true });
      const json = await terraform.show(environment, planFile);
      return (await reviewPlanText({ stack: environment, json, configuration, commit }, {}, world)).review;
    }),
  );
}
