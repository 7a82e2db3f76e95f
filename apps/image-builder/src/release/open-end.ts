import { findEnvironment } from '@slipway/ecr-inventory';
import type { EnvironmentSpec } from '@slipway/environments';
import { atProfile } from '../at-profile.ts';
import type { Container, PushTarget } from '../catalog/catalog.ts';
import { locate } from '../locate.ts';
import type { ImageRegistry } from '../registry/image-registry.ts';
import type { RepositoryPlace } from '../ecr/repository-directory.ts';
import type { AwsAccess, World } from '../world.ts';

/** One environment's side of a container's way: its repository, its ledger, and the credentials for both. */
export interface EnvironmentEnd {
  readonly spec: EnvironmentSpec;
  readonly target: PushTarget;
  readonly place: RepositoryPlace;
  readonly registry: ImageRegistry;
  readonly access: AwsAccess;
  /** Whether the credentials are of another account: they may pull there, and no more. */
  readonly isForeign: boolean;
}

export interface EndRequest {
  readonly container: Container;
  readonly environment: string;
  /** Profile of AWS's configuration files. @default the credentials of this process */
  readonly profile?: string | undefined;
}

/** The end that is written to: the credentials have to be of its account. @throws Failure `wrong-account`, `repository-missing` */
export function openEnd(request: EndRequest, world: World): Promise<EnvironmentEnd> {
  return open(request, world, async (target, access) => ({ place: await locate(target, access), isForeign: false }));
}

/** The end that is read from: credentials of another account do, as far as its repository grants them a pull. */
export function openSource(request: EndRequest, world: World): Promise<EnvironmentEnd> {
  return open(request, world, locateSource);
}

type Found = Pick<EnvironmentEnd, 'place' | 'isForeign'>;

async function open(
  { container, environment, profile }: EndRequest,
  world: World,
  find: (target: PushTarget, access: AwsAccess) => Promise<Found>,
): Promise<EnvironmentEnd> {
  const spec = findEnvironment(world.specs, environment);
  const target = world.catalog.target(container, environment);
  const access = atProfile(world, profile);
  const found = await find(target, access);
  return { spec, target, ...found, registry: world.openRegistry(found.place), access };
}

async function locateSource({ region, repository, account }: PushTarget, { directory }: AwsAccess): Promise<Found> {
  const own = await directory.locate(region, repository);
  if (own.account === account) return { place: own, isForeign: false };
  return { place: await directory.locateForeign({ account, region, name: repository }), isForeign: true };
}
