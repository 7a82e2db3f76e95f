import { inParallel } from '@slipway/cli';
import { findEnvironment, findPlaces, requireAccount } from '@slipway/ecr-inventory';
import type { RepositoryPlace } from '@slipway/ecr-inventory';
import type { World } from '../../world.ts';
import type { LifecyclePreview, RepositoryPreview } from './lifecycle-preview.ts';
import { previewRepository } from './preview-repository.ts';
import type { RepositoryFacts } from './preview-repository.ts';
import { totalsOf } from './totals-of.ts';

export interface PreviewOptions {
  readonly environment: string;
  /** Names of repositories. Empty: all of them. */
  readonly repositories: readonly string[];
  /** How far to look ahead. */
  readonly days: number;
  /** Whether every image is listed. */
  readonly details: boolean;
}

/** Repositories that are read at the same time. */
const AT_ONCE = 4;

/** Reads the registries of an environment, and says what the lifecycle policies of the specs do to the images there. */
export async function runLifecyclePreview(options: PreviewOptions, world: World): Promise<LifecyclePreview> {
  const environment = findEnvironment(world.catalog, options.environment);
  const places = findPlaces(environment, options.repositories);
  await requireAccount(environment, world.registry);
  const { prices } = world;
  const settings = { ...options, prices, now: world.now() };
  const facts = await readFacts(environment.name, places, world);
  const repositories = facts.map((each): RepositoryPreview => previewRepository(each, settings));
  return {
    schemaVersion: 1,
    report: 'lifecycle-preview',
    environment: environment.name,
    account: environment.account,
    at: settings.now.toISOString(),
    days: options.days,
    prices: { checkedOn: prices.checkedOn, source: prices.source, note: prices.note },
    repositories,
    totals: totalsOf(repositories),
  };
}

function readFacts(
  environment: string,
  places: readonly RepositoryPlace[],
  { registry, progress }: World,
): Promise<RepositoryFacts[]> {
  return progress.during(`read the images of ${environment}`, (say) =>
    inParallel(places, {
      limit: AT_ONCE,
      work: async (place) => {
        const inventory = await registry.inventory(place);
        const inForce = inventory && (await registry.lifecyclePolicy(place));
        say(
          `${place.region} ${place.name}: ${inventory === undefined ? 'not there' : `${inventory.images.length} images`}`,
        );
        return { place, inventory, inForce };
      },
    }),
  );
}
