import { isFailure } from '@slipway/cli';
import { placesOf } from '@slipway/ecr-inventory';
import type { RepositoryPlace } from '@slipway/ecr-inventory';
import type { EnvironmentSpec } from '@slipway/environments';
import type { PushTarget } from '../../catalog/catalog.ts';
import { locate } from '../../locate.ts';
import type { World } from '../../world.ts';
import type { RegionRepository } from './read-region.ts';

export interface Regions {
  readonly home: RegionRepository;
  readonly replicas: readonly RegionRepository[];
}

/**
 * A container's repository in its own region and in every region of the same account that it is replicated to.
 * @throws Failure `repository-missing` when its own region lacks it, `wrong-account`
 */
export async function openRegions(target: PushTarget, environment: EnvironmentSpec, world: World): Promise<Regions> {
  const home = { region: target.region, registry: world.openRegistry(await locate(target, world)) };
  const replicas: RegionRepository[] = [];
  for (const place of placesOf(environment))
    if (isReplica(place, target)) replicas.push(await openReplica(place, target, world));
  return { home, replicas };
}

function isReplica({ name, replica }: RepositoryPlace, { repository, region }: PushTarget): boolean {
  return name === repository && replica?.of === region;
}

async function openReplica({ region }: RepositoryPlace, target: PushTarget, world: World): Promise<RegionRepository> {
  const where = { region, replicaOf: target.region };
  try {
    return { ...where, registry: world.openRegistry(await locate({ ...target, region }, world)) };
  } catch (error) {
    // ECR makes the replica with the first image that it copies.
    if (isFailure(error) && error.code === 'repository-missing') return { ...where, registry: undefined };
    throw error;
  }
}
