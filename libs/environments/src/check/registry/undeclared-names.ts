import { ROOT_NAMESPACE } from '../../replicas/namespace-of.ts';
import type { RegistrySpec } from '../../spec/registry-spec.ts';
import type { ReplicationSpec } from '../../spec/replication-spec.ts';
import type { Place } from '../place.ts';

/** Whether a repository that the registry does not declare can have a name that begins so: cached, replicated into it, or unmanaged. */
export function canBeUndeclared(beginning: string, place: Place): boolean {
  return beginnings(place).some((other) => other.startsWith(beginning) || beginning.startsWith(other));
}

function beginnings({ registry, environment }: Place): string[] {
  const { pullThroughCaches = [], replicationSources = [], unmanaged = [] } = registry;
  const caches = pullThroughCaches.map(({ namespace }) => (namespace === ROOT_NAMESPACE ? '' : `${namespace}/`));
  const rules = environment.registries.flatMap((other) =>
    rulesInto(registry.region, { other, account: environment.account }),
  );
  return [...caches, ...unmanaged, ...[...replicationSources, ...rules].flatMap(({ prefixes }) => prefixes ?? [''])];
}

interface Source {
  readonly other: RegistrySpec;
  readonly account: string;
}

function rulesInto(region: string, { other, account }: Source): readonly ReplicationSpec[] {
  return (other.replication ?? []).filter((rule) => rule.region === region && (rule.account ?? account) === account);
}
