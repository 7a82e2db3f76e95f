import { replicaRegions, replicates } from '@slipway/environments';
import type { EnvironmentSpec, RegistrySpec, RepositorySpec } from '@slipway/environments';
import type { RepositoryPlace } from './repository-place.ts';

/**
 * Every private repository of an environment in its own account, replicas included, by region and name.
 * What a pull-through cache makes is not known before the first pull, so it is not here.
 */
export function placesOf({ account, registries }: EnvironmentSpec): RepositoryPlace[] {
  const declared = registries.flatMap(({ region, repositories }) =>
    repositories.map((spec): RepositoryPlace => ({ account, region, name: spec.name, spec })),
  );
  const replicas = registries.flatMap((registry) => replicasOf(registry, account));
  const places = new Map([...replicas, ...declared].map((place) => [keyOf(place), place]));
  return [...places.values()].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}

function replicasOf(registry: RegistrySpec, account: string): RepositoryPlace[] {
  return replicaRegions(registry, account).flatMap((region) =>
    registry.repositories
      .filter((spec) => isReplicated(spec, { registry, account, region }))
      .map((spec) => ({ account, region, name: spec.name, spec, replica: replicaOf(spec, registry) })),
  );
}

interface Destination {
  readonly registry: RegistrySpec;
  readonly account: string;
  readonly region: string;
}

function isReplicated({ name }: RepositorySpec, { registry, account, region }: Destination): boolean {
  const { replication = [] } = registry;
  return replication.some(
    (rule) => rule.region === region && (rule.account ?? account) === account && replicates(rule, name),
  );
}

function replicaOf(
  { replicas = 'template' }: RepositorySpec,
  { region }: RegistrySpec,
): NonNullable<RepositoryPlace['replica']> {
  return { of: region, madeBy: replicas === 'declared' ? 'Terraform' : 'template' };
}

function keyOf({ region, name }: RepositoryPlace): string {
  return `${region} ${name}`;
}
