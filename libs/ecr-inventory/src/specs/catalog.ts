import type { EnvironmentSpec } from '@slipway/environments';
import { inventoryFailure } from '../inventory-failure.ts';
import { placesOf } from './places-of.ts';
import type { RepositoryPlace } from './repository-place.ts';

/** Environments by name. */
export type Catalog = Readonly<Record<string, EnvironmentSpec>>;

/** @throws Failure `unknown-environment`, naming the known ones. */
export function findEnvironment(catalog: Catalog, name: string): EnvironmentSpec {
  const found = Object.hasOwn(catalog, name) ? catalog[name] : undefined;
  if (found !== undefined) return found;
  throw inventoryFailure({
    code: 'unknown-environment',
    message: `there is no environment '${name}'`,
    fix: `use one of: ${Object.keys(catalog).sort().join(', ')}`,
  });
}

/**
 * The repositories of an environment that were asked for; all of them when none was named.
 * @throws Failure `unknown-repository`, naming the known ones.
 */
export function findPlaces(environment: EnvironmentSpec, names: readonly string[]): RepositoryPlace[] {
  const places = placesOf(environment);
  const unknown = names.find((name) => !places.some((place) => place.name === name));
  if (unknown === undefined) return places.filter(({ name }) => names.length === 0 || names.includes(name));
  throw inventoryFailure({
    code: 'unknown-repository',
    message: `the environment '${environment.name}' has no repository '${unknown}'`,
    fix: `use one of: ${[...new Set(places.map(({ name }) => name))].sort().join(', ')}`,
  });
}
