import type { EnvironmentSpec } from '@slipway/environments';
import { findEnvironment, placesOf, requireAccount } from '@slipway/ecr-inventory';
import type { Inventory, RepositoryPlace } from '@slipway/ecr-inventory';
import type { CleanupPlan, RepositoryPlan } from '../../cleanup/cleanup-plan.ts';
import { collectUses } from '../../cleanup/collect-uses.ts';
import { deleteImages } from '../../cleanup/delete-images.ts';
import { planRepository } from '../../cleanup/plan-repository.ts';
import { staleImages } from '../../cleanup/stale-images.ts';
import { Failure } from '../../failure.ts';
import type { World } from '../../world.ts';
import type { CleanupResult, RepositoryResult } from './cleanup-result.ts';
import { readRepositories } from './run-cleanup.ts';

/**
 * Deletes exactly what a plan says, after looking once more at everything that protects images.
 * @throws Failure `plan-invalid` for another account or repository, `plan-stale` when an image may not be deleted any more: then nothing is
 */
export async function runApply(plan: CleanupPlan, world: World): Promise<CleanupResult> {
  const environment = findEnvironment(world.specs, plan.environment);
  const planned = placesOfPlan(plan, environment);
  await requireAccount(environment, world.inventory);
  const before = await collectUses(environment, plan.without, world);
  const read = await readRepositories([...planned.keys()], world);
  // What was released or deployed while the images were read changed no tag of theirs.
  const after = await collectUses(environment, plan.without, world);
  const facts = { rules: plan.rules, uses: [...before, ...after], now: world.now() };
  const stale = read.flatMap(({ place, inventory }) => {
    const part = planned.get(place);
    return part === undefined ? [] : staleImages(part, planRepository(place, inventory, facts));
  });
  if (stale.length > 0) throw planStale(stale);
  const inventories = new Map(read.map(({ place, inventory }) => [place, inventory]));
  const repositories: RepositoryResult[] = [];
  for (const [place, part] of planned)
    repositories.push(await applyPart(place, { part, inventory: inventories.get(place) }, world));
  const { name, account } = environment;
  return {
    schemaVersion: 1,
    report: 'cleanup-result',
    environment: name,
    account,
    at: facts.now.toISOString(),
    repositories,
  };
}

interface Part {
  readonly part: RepositoryPlan;
  /** Undefined where the repository is gone. */
  readonly inventory: Inventory | undefined;
}

async function applyPart(place: RepositoryPlace, { part, inventory }: Part, world: World): Promise<RepositoryResult> {
  const wanted = new Set(part.go.map(({ digest }) => digest));
  const images = (inventory?.images ?? []).filter(({ digest }) => wanted.has(digest));
  const there = new Set(images.map(({ digest }) => digest));
  const title = `delete ${images.length} images of ${place.region} ${place.name}`;
  const deletion = await world.progress.during(title, () => deleteImages(place, images, world));
  const gone = [...wanted].filter((digest) => !there.has(digest));
  return { region: place.region, repository: place.name, ...deletion, gone };
}

/** The parts of a plan that delete something, by the repository of the specs that each is about. */
function placesOfPlan(plan: CleanupPlan, environment: EnvironmentSpec): Map<RepositoryPlace, RepositoryPlan> {
  if (plan.account !== environment.account) {
    const message = `the plan is of account '${plan.account}', and the environment '${environment.name}' is account '${environment.account}'`;
    throw new Failure({ code: 'plan-invalid', message, fix: 'make the plan anew' });
  }
  const places = placesOf(environment);
  return new Map(
    plan.repositories
      .filter(({ go }) => go.length > 0)
      .map((part) => {
        const place = places.find(({ region, name }) => region === part.region && name === part.repository);
        if (place !== undefined) return [place, part];
        const message = `the environment '${environment.name}' has no repository '${part.repository}' in ${part.region}`;
        throw new Failure({ code: 'plan-invalid', message, fix: 'make the plan anew' });
      }),
  );
}

function planStale(stale: readonly string[]): Failure {
  return new Failure({
    code: 'plan-stale',
    message: `nothing was deleted: ${stale.length} of the plan's images may not go any more:\n  ${stale.join('\n  ')}`,
    fix: 'make the plan anew, and look at it',
  });
}
