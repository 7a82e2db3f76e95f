import type { EnvironmentSpec } from '@slipway/environments';
import { placesOf } from '@slipway/ecr-inventory';
import { Failure } from '../../failure.ts';

/** The regions with a registry of an environment, replicas included; only the one that was asked for. */
export function loginRegions(environment: EnvironmentSpec, wanted: string | undefined): readonly string[] {
  const all = [...environment.registries, ...placesOf(environment)].map(({ region }) => region);
  const regions = [...new Set(all)].sort();
  if (wanted === undefined) return regions;
  if (regions.includes(wanted)) return [wanted];
  throw new Failure({
    code: 'configuration-invalid',
    message: `the environment '${environment.name}' has no registry in '${wanted}'`,
    fix: `use one of: ${regions.join(', ')}`,
  });
}

/** The only region: a password is for one registry. */
export function onlyRegion(environment: EnvironmentSpec, regions: readonly string[]): string {
  const [first, ...others] = regions;
  if (first !== undefined && others.length === 0) return first;
  throw new Failure({
    code: 'configuration-invalid',
    message: `the environment '${environment.name}' has registries in ${regions.length} regions, and --print prints one password`,
    fix: `give --region with one of: ${regions.join(', ')}`,
  });
}
