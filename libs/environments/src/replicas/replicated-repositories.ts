import type { RegistrySpec } from '../spec/registry-spec.ts';
import type { RepositorySpec } from '../spec/repository-spec.ts';
import type { ReplicaDestination } from './replica-templates.ts';
import { replicates } from './replicates.ts';

/** The repositories of a registry that have a replica in a region of its own account. */
export function replicatedRepositories(
  { replication = [], repositories }: RegistrySpec,
  destination: ReplicaDestination,
): readonly RepositorySpec[] {
  const rules = replication.filter(
    ({ region, account = destination.account }) => region === destination.region && account === destination.account,
  );
  return repositories.filter(({ name }) => rules.some((rule) => replicates(rule, name)));
}
