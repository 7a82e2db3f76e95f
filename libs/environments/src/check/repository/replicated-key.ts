import { error, type LocalFinding } from '@slipway/findings';
import { replicates } from '../../replicas/replicates.ts';
import type { ReplicationSpec } from '../../spec/replication-spec.ts';
import type { RepositorySpec } from '../../spec/repository-spec.ts';
import type { Place } from '../place.ts';

/** A key is of one region: a replica elsewhere in the account can't be encrypted with the key of its source. */
export function replicatedKey({ name, encryption }: RepositorySpec, place: Place): LocalFinding[] {
  const { key } = encryption;
  if (key === undefined || key === 'registry-key' || key === 'aws-managed') return [];
  const made = (place.registry.replication ?? []).filter(
    (rule) => isOwnReplica(rule, place) && replicates(rule, name) && !declaresItself(rule.region, name, place),
  );
  return [...new Set(made.map(({ region }) => region))].map((region) => noKeyThere(key, region));
}

function isOwnReplica({ region, account }: ReplicationSpec, { environment, registry }: Place): boolean {
  return (account ?? environment.account) === environment.account && region !== registry.region;
}

/** A replica that the destination's registry declares has settings of its own. */
function declaresItself(region: string, name: string, { environment }: Place): boolean {
  return environment.registries.some(
    (registry) => registry.region === region && registry.repositories.some((repository) => repository.name === name),
  );
}

function noKeyThere(key: string, region: string): LocalFinding {
  return error('encryption-key-replica', {
    path: 'encryption',
    message: `the key "${key}" can't encrypt the replica in "${region}"`,
    fix: "use kms() with the key of the registry, which is made in each region, or kms('aws-managed')",
    source: 'ECR API reference, EncryptionConfiguration: kmsKey, which must be of the region of the repository',
  });
}
