import type { EnvironmentSpec } from './spec/environment-spec.ts';
import type { RegistrySpec } from './spec/registry-spec.ts';

/**
 * The registry of an environment that holds a repository.
 * @throws Error when none does, naming the repositories that are there
 */
export function registryOf(environment: EnvironmentSpec, repositoryName: string): RegistrySpec {
  const found = environment.registries.find(({ repositories }) =>
    repositories.some(({ name }) => name === repositoryName),
  );
  if (found !== undefined) return found;
  const known = environment.registries.flatMap(({ repositories }) => repositories.map(({ name }) => name));
  throw new Error(
    `environment "${environment.name}" has no repository "${repositoryName}"; it has ${known.join(', ')}: declare it in libs/environments/src/products`,
  );
}
