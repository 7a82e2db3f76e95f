import { under, type Finding } from '@slipway/findings';
import type { EnvironmentSpec } from '../spec/environment-spec.ts';
import {
  accountNumber,
  bucketNames,
  environmentName,
  oneRegistryPerRegion,
  uniqueKeyAliases,
} from './environment-rules.ts';
import {
  keyWindow,
  registryRegion,
  replicationDestinations,
  scanningFilters,
  uniqueRepositories,
} from './registry-rules.ts';
import { checkRepository } from './check-repository.ts';

const ENVIRONMENT_RULES = [environmentName, accountNumber, bucketNames, oneRegistryPerRegion, uniqueKeyAliases];
const REGISTRY_RULES = [registryRegion, uniqueRepositories, keyWindow, replicationDestinations, scanningFilters];

/** Everything that is wrong with a spec, all at once, each with its path from the environment inwards. */
export function checkEnvironment(environment: EnvironmentSpec): Finding[] {
  const own = ENVIRONMENT_RULES.flatMap((rule) => rule(environment));
  const registries = environment.registries.flatMap((registry) =>
    under(registry.region, [
      ...REGISTRY_RULES.flatMap((rule) => rule(registry, environment)),
      ...registry.repositories.flatMap((repository) => checkRepository(repository, registry, environment)),
    ]),
  );
  return under(environment.name, [...own, ...registries]);
}
