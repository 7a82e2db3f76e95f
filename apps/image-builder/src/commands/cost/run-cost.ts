import { findEnvironment, findPlaces, requireAccount } from '@slipway/ecr-inventory';
import type { RepositoryPlace } from '@slipway/ecr-inventory';
import type { CostReport } from '../../cost/cost-report.ts';
import { readBlobs } from '../../cost/read-blobs.ts';
import type { RepositoryFacts } from '../../cost/repository-cost.ts';
import { locate } from '../../locate.ts';
import type { World } from '../../world.ts';
import { planCost } from './plan-cost.ts';

export interface CostOptions {
  readonly environment: string;
  /** Names of repositories. Empty: all of them. */
  readonly repositories: readonly string[];
  /** People who would need an account elsewhere. */
  readonly seats: number;
  /** GB a month to the internet. @default not asked */
  readonly transferOut?: number;
}

/** Reads every manifest of an environment's repositories, and says what they cost. Nothing is changed. */
export async function runCost(options: CostOptions, world: World): Promise<CostReport> {
  const environment = findEnvironment(world.specs, options.environment);
  const places = findPlaces(environment, options.repositories);
  await requireAccount(environment, world.inventory);
  const facts: RepositoryFacts[] = [];
  for (const place of places) {
    const read = await world.progress.during(`read ${place.region} ${place.name}`, () =>
      readFacts(place, { environment: environment.name, world }),
    );
    if (read !== undefined) facts.push(read);
  }
  const { seats, transferOut } = options;
  const more = transferOut === undefined ? { seats } : { seats, transferOut };
  return planCost({ environment, facts, prices: world.prices, now: world.now(), ...more });
}

async function readFacts(
  place: RepositoryPlace,
  { environment, world }: { readonly environment: string; readonly world: World },
): Promise<RepositoryFacts | undefined> {
  const inventory = await world.inventory.inventory(place);
  if (inventory === undefined) return undefined;
  const { images } = inventory;
  if (images.length === 0) return { place, images, blobs: new Map() };
  const { region, account, name: repository } = place;
  const found = await locate({ region, account, repository, environment, movingTags: [] }, world);
  return { place, images, blobs: await readBlobs(world.openRegistry(found), images) };
}
