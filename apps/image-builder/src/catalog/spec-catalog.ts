import { registryOf } from '@slipway/environments';
import type { ContainerSpec, EnvironmentSpec } from '@slipway/environments';
import { Failure } from '../failure.ts';
import type { FailureCode } from '../failure.ts';
import type { Catalog, PushTarget } from './catalog.ts';
import { errorMessage } from '@slipway/cli';

export interface CatalogSource {
  readonly containers: Readonly<Record<string, ContainerSpec>>;
  readonly environments: Readonly<Record<string, EnvironmentSpec>>;
}

/** A catalog of typed specs. */
export function specCatalog({ containers, environments }: CatalogSource): Catalog {
  return {
    names: () => Object.keys(containers).sort(),
    container: (name) => pick(containers, { name, what: 'container', code: 'unknown-container' }),
    target: ({ repository }, name) =>
      targetIn(pick(environments, { name, what: 'environment', code: 'unknown-environment' }), repository),
  };
}

function pick<T>(from: Readonly<Record<string, T>>, wanted: { name: string; what: string; code: FailureCode }): T {
  const found = Object.hasOwn(from, wanted.name) ? from[wanted.name] : undefined;
  if (found !== undefined) return found;
  const message = `there is no ${wanted.what} '${wanted.name}'`;
  throw new Failure({ code: wanted.code, message, fix: `use one of: ${Object.keys(from).sort().join(', ')}` });
}

function targetIn(environment: EnvironmentSpec, repository: string): PushTarget {
  const { region, repositories } = registryIn(environment, repository);
  const movingTags = repositories.find(({ name }) => name === repository)?.movingTags ?? [];
  return { environment: environment.name, account: environment.account, region, repository, movingTags };
}

function registryIn(environment: EnvironmentSpec, repository: string): ReturnType<typeof registryOf> {
  try {
    return registryOf(environment, repository);
  } catch (cause) {
    throw new Failure({
      code: 'repository-missing',
      message: errorMessage(cause),
      fix: `declare '${repository}' in the environment '${environment.name}', or push to another`,
      cause,
    });
  }
}
