import { error, type LocalFinding } from '@slipway/findings';
import { replicaRegions } from '../../replicas/replica-regions.ts';
import type { EnvironmentSpec } from '../../spec/environment-spec.ts';
import { repeated } from '../finding/repeated.ts';

/** Each key is made in the region of its registry and in each that it replicates to: aliases must be free in all of them. */
export function keyAliases({ registries, account }: EnvironmentSpec): LocalFinding[] {
  const made = registries.flatMap((registry) => {
    const { key } = registry;
    if (key === undefined) return [];
    return [registry.region, ...replicaRegions(registry, account)].map((region) => `${region} alias/${key.alias}`);
  });
  return repeated(made).map((alias) =>
    error('key-alias-repeated', {
      message: `the key alias "${alias}" is made twice: by two registries, or by one and the replicas of another`,
      fix: 'name each key once',
      source: 'KMS API reference, CreateAlias: AlreadyExistsException',
    }),
  );
}
