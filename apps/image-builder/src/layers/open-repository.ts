import { findEnvironment } from '@slipway/ecr-inventory';
import type { Inventory } from '@slipway/ecr-inventory';
import type { ReleaseEntry } from '@slipway/images';
import type { Container, PushTarget } from '../catalog/catalog.ts';
import type { RepositoryPlace } from '../ecr/repository-directory.ts';
import { locate } from '../locate.ts';
import type { ImageRegistry } from '../registry/image-registry.ts';
import type { World } from '../world.ts';

/** A container's repository in one environment, and what is told of it. */
export interface OpenRepository {
  readonly container: Container;
  readonly target: PushTarget;
  readonly place: RepositoryPlace;
  readonly registry: ImageRegistry;
  /** Every image, as AWS's API tells it. */
  readonly inventory: () => Promise<Inventory>;
  /** Entries of the container in the environment's ledger. */
  readonly entries: () => Promise<readonly ReleaseEntry[]>;
}

/** @throws Failure `unknown-container`, `unknown-environment`, `repository-missing`, `wrong-account` */
export async function openRepository(name: string, environment: string, world: World): Promise<OpenRepository> {
  const container = world.catalog.container(name);
  const target = world.catalog.target(container, environment);
  const place = await locate(target, world);
  const { account, region, repository } = target;
  return {
    container,
    target,
    place,
    registry: world.openRegistry(place),
    inventory: async () =>
      (await world.inventory.inventory({ account, region, name: repository })) ?? { images: [], warnings: [] },
    entries: () => world.openLedger(findEnvironment(world.specs, environment)).entries(name),
  };
}
