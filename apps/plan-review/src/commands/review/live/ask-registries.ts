import { findEnvironment, requireAccount } from '@slipway/ecr-inventory';
import { repositoriesToAsk } from '@slipway/plan-review';
import type { Evidence, StackInput } from '@slipway/plan-review';
import { inParallel } from '@slipway/cli';
import type { World } from '../../../world.ts';
import { environmentOf } from '../stack-input.ts';

const AT_ONCE = 4;

type Asked = ReturnType<typeof repositoriesToAsk>[number];

/**
 * The images of the repositories that a plan deletes or expires images of.
 * @throws Failure `unknown-environment`, `wrong-account`, `aws-failed`
 */
export async function askRegistries({ stack, plan }: StackInput, { catalog, registry }: World): Promise<Evidence> {
  const environment = environmentOf(stack, catalog) ?? findEnvironment(catalog, stack);
  const repositories = repositoriesToAsk(plan);
  if (repositories.length === 0) return [];
  await requireAccount(environment, registry);
  const ask = async ({ region, repository }: Asked) => {
    const inventory = await registry.inventory({ account: environment.account, region, name: repository });
    return { region, repository, images: inventory?.images ?? [] };
  };
  return inParallel(repositories, { limit: AT_ONCE, work: ask });
}
