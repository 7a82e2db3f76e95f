import { inParallel } from '@slipway/cli';
import { findEnvironment, findPlaces, requireAccount } from '@slipway/ecr-inventory';
import type { Inventory, RepositoryPlace } from '@slipway/ecr-inventory';
import type { CleanupPlan, CleanupRules } from '../../cleanup/cleanup-plan.ts';
import { collectUses } from '../../cleanup/collect-uses.ts';
import type { World } from '../../world.ts';
import { planCleanup } from './plan-cleanup.ts';

export interface CleanupOptions {
  readonly environment: string;
  /** Names of containers. Empty: every repository of the environment. */
  readonly containers: readonly string[];
  readonly rules: CleanupRules;
  /** Sources of what is needed that are not asked. */
  readonly without: readonly string[];
}

/** Repositories that are read at the same time. */
const AT_ONCE = 4;

/** Reads the registries of an environment and says what a clean-up would delete. Nothing is changed. */
export async function runCleanupPlan(options: CleanupOptions, world: World): Promise<CleanupPlan> {
  const { rules, without } = options;
  const environment = findEnvironment(world.specs, options.environment);
  const repositories = options.containers.map((name) => world.catalog.container(name).repository);
  const places = findPlaces(environment, repositories);
  await requireAccount(environment, world.inventory);
  const uses = await collectUses(environment, without, world);
  const read = await readRepositories(places, world);
  return planCleanup({ environment, rules, without, uses, read, now: world.now() });
}

/** What the repositories that are there hold. */
export async function readRepositories(
  places: readonly RepositoryPlace[],
  { inventory: reader, progress }: Pick<World, 'inventory' | 'progress'>,
): Promise<{ place: RepositoryPlace; inventory: Inventory }[]> {
  const work = async (place: RepositoryPlace) => ({ place, inventory: await reader.inventory(place) });
  const read = await progress.during('read the images', () => inParallel(places, { limit: AT_ONCE, work }));
  return read.flatMap(({ place, inventory }) => (inventory === undefined ? [] : [{ place, inventory }]));
}
