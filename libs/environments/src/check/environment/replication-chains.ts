import { warning, type LocalFinding } from '@slipway/findings';
import { replicaRegions } from '../../replicas/replica-regions.ts';
import type { EnvironmentSpec } from '../../spec/environment-spec.ts';
import type { RegistrySpec } from '../../spec/registry-spec.ts';
import { listed } from '../finding/listed.ts';

/** A replica is not replicated again: what looks like a chain of registries is two pairs. */
export function replicationChains({ registries, account }: EnvironmentSpec): LocalFinding[] {
  const destinations = new Map(registries.map((registry) => [registry.region, replicaRegions(registry, account)]));
  return registries.flatMap((registry) => {
    const reached = destinations.get(registry.region) ?? [];
    return reached.flatMap((region) => {
      const missed = (destinations.get(region) ?? []).filter(
        (next) => next !== registry.region && !reached.includes(next),
      );
      return missed.length === 0 ? [] : [oneHop(registry, { region, missed })];
    });
  });
}

interface Chain {
  readonly region: string;
  readonly missed: readonly string[];
}

function oneHop({ region: source }: RegistrySpec, { region, missed }: Chain): LocalFinding {
  return warning('replication-chain', {
    path: `${source} / replication to ${region}`,
    message: `images that come from "${source}" are not replicated on to ${listed(missed)}: replication is one hop`,
    fix: `replicate from ${source} to ${missed.join(', ')} too, if they are needed there`,
    source: 'ECR user guide, "Private image replication": considerations',
  });
}
