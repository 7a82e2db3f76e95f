import { inParallel } from '@slipway/cli';
import { findEnvironment, findPlaces, placesOf, requireAccount } from '@slipway/ecr-inventory';
import type { Inventory, RepositoryPlace } from '@slipway/ecr-inventory';
import type { EnvironmentSpec } from '@slipway/environments';
import type { CleanupPlan, CleanupRules } from '../../cleanup/cleanup-plan.ts';
import { collectUses } from '../../cleanup/collect-uses.ts';
import type { World } from '../../world.ts';
import { planCleanup } from './plan-cleanup.ts';

export interface CleanupOptions {
  readonly environment: string;
  /** Names of containers. Empty, like `repositories`: all containers of this project. */
  readonly containers: readonly string[];
  /** Names of repositories, also of those that no container of this project is in. */
  readonly repositories: readonly string[];
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
  const places = placesToClean(environment, options, world);
  await requireAccount(environment, world.inventory);
  const uses = await collectUses(environment, without, world);
  const read = await readRepositories(places, world);
  return planCleanup({ environment, rules, without, uses, read, now: world.now() });
}

/** Other repositories have to be named: this project can't say what runs their images, beyond ECS, Lambda and its own namespaces. */
function placesToClean(
  environment: EnvironmentSpec,
  { containers, repositories }: CleanupOptions,
  { catalog }: Pick<World, 'catalog'>,
): RepositoryPlace[] {
  const named = [...containers.map((name) => catalog.container(name).repository), ...repositories];
  if (named.length > 0) return findPlaces(environment, named);
  const own = new Set(catalog.names().map((name) => catalog.container(name).repository));
  return placesOf(environment).filter(({ name }) => own.has(name));
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
