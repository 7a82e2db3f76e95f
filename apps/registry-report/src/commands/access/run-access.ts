import { Failure } from '../../failure.ts';
import { findEnvironment, findPlaces, requireAccount } from '@slipway/ecr-inventory';
import type { World } from '../../world.ts';
import { accessReport } from './access-report.ts';
import type { AccessReport } from './access-report.ts';
import { compareLive } from './live/compare-live.ts';

export interface AccessOptions {
  readonly environment: string;
  /** Names of repositories. Empty: all of them. */
  readonly repositories: readonly string[];
  /** Part of the words of a principal. @default all of them */
  readonly principal?: string;
  /** Whether the policies in force are read and compared. */
  readonly live: boolean;
}

/** Says who may do what; nothing outside is touched unless `live` asks for it. */
export async function runAccess(options: AccessOptions, world: World): Promise<AccessReport> {
  const environment = findEnvironment(world.catalog, options.environment);
  const places = findPlaces(environment, options.repositories);
  const report = accessReport({
    environment,
    environments: Object.values(world.catalog),
    places,
    ...(options.principal === undefined ? {} : { principal: options.principal }),
  });
  if (!options.live) return report;
  await requireAccount(environment, world.registry);
  return { ...report, live: await compareLive({ environment: environment.name, places }, world) };
}

/** The failure of a report that shows policies in force that are not those of the specs. */
export function accessFailure({ environment, live }: AccessReport): Failure | undefined {
  const errors = (live?.findings ?? []).filter(({ severity }) => severity === 'error');
  if (errors.length === 0) return undefined;
  return new Failure({
    code: 'access-differs',
    message: `policies in force of '${environment}' differ from the specs in ${errors.length} ${errors.length === 1 ? 'place' : 'places'}`,
    fix: `deploy the environment ('npx cdktf deploy ${environment}'), or declare what is there`,
  });
}
