import { under, type Finding, type LocalFinding } from '@slipway/findings';
import type { EnvironmentSpec } from '../spec/environment-spec.ts';
import { checkCi } from './ci/check-ci.ts';
import { buckets } from './environment/buckets.ts';
import { environmentTags } from './environment/environment-tags.ts';
import { keyAliases } from './environment/key-aliases.ts';
import { names } from './environment/names.ts';
import { oneRegistryPerRegion } from './environment/one-registry-per-region.ts';
import { productionIsProtected } from './environment/production-is-protected.ts';
import { replicaNames } from './environment/replica-names.ts';
import { replicationChains } from './environment/replication-chains.ts';
import { templateNamespaces } from './environment/template-namespaces.ts';
import { uniqueFormerAddresses } from './environment/unique-former-addresses.ts';
import { checkPublicRepositories } from './public-repository/check-public-repositories.ts';
import { checkRegistry } from './registry/check-registry.ts';

type EnvironmentRule = (environment: EnvironmentSpec) => LocalFinding[];

const RULES: readonly EnvironmentRule[] = [
  names,
  buckets,
  productionIsProtected,
  environmentTags,
  oneRegistryPerRegion,
  keyAliases,
  replicationChains,
  templateNamespaces,
  replicaNames,
  uniqueFormerAddresses,
  (environment) => environment.registries.flatMap((registry) => checkRegistry({ environment, registry })),
  checkPublicRepositories,
  checkCi,
];

/** Everything that is wrong with a spec, all at once, each with its path from the environment inwards and the source of a limit. */
export function checkEnvironment(environment: EnvironmentSpec): Finding[] {
  return under(
    environment.name,
    RULES.flatMap((rule) => rule(environment)),
  );
}
