import { findEnvironment, requireAccount } from '@slipway/ecr-inventory';
import { repositoriesToAsk } from '@slipway/plan-review';
import type { RepositoryToAsk, StackInput } from '@slipway/plan-review';
import { inParallel } from '@slipway/cli';
import type { World } from '../../../world.ts';
import { environmentOf } from '../stack-input.ts';
import { askDeployments } from './ask-deployments.ts';

const AT_ONCE = 4;

/**
 * The images of the repositories that decide something, and, where the plan may lose some, what its environment needs images for.
 * @throws Failure `unknown-environment`, `wrong-account`, `aws-failed`
 */
export async function askLive(
  { stack, plan }: StackInput,
  world: World,
): Promise<Pick<StackInput, 'evidence' | 'deployments'>> {
  const { catalog, registry, progress } = world;
  const environment = environmentOf(stack, catalog) ?? findEnvironment(catalog, stack);
  const repositories = repositoriesToAsk(plan);
  if (repositories.length === 0) return { evidence: [] };
  await requireAccount(environment, registry);
  const work = async ({ region, repository }: RepositoryToAsk) => {
    const inventory = await registry.inventory({ account: environment.account, region, name: repository });
    return { region, repository, images: inventory?.images ?? [] };
  };
  const title = `ask the registries of ${environment.name} which images are at stake`;
  const evidence = await progress.during(title, () => inParallel(repositories, { limit: AT_ONCE, work }));
  if (!repositories.some(({ isAtStake }) => isAtStake)) return { evidence };
  return { evidence, deployments: await askDeployments(environment, world) };
}
