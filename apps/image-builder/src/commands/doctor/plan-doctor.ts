import type { RepositoryAddress } from '@slipway/access';
import { findEnvironment } from '@slipway/ecr-inventory';
import type { EnvironmentSpec } from '@slipway/environments';
import { Failure } from '../../failure.ts';
import type { World } from '../../world.ts';

export interface DoctorOptions {
  /** Undefined: only the machine is looked at. */
  readonly environment: string | undefined;
  /** Undefined: no repository is looked at. */
  readonly container: string | undefined;
}

export interface DoctorPlan {
  readonly environment: EnvironmentSpec | undefined;
  readonly repository: RepositoryAddress | undefined;
}

/** What the checks are about. A container is asked about in an environment. */
export function planDoctor(options: DoctorOptions, { specs, catalog }: Pick<World, 'specs' | 'catalog'>): DoctorPlan {
  const { environment: name, container } = options;
  if (name === undefined) {
    if (container === undefined) return { environment: undefined, repository: undefined };
    throw new Failure({
      code: 'configuration-invalid',
      message: `'${container}' has a repository in each environment, and none was named`,
      fix: 'give --env, such as --env dev',
    });
  }
  const environment = findEnvironment(specs, name);
  if (container === undefined) return { environment, repository: undefined };
  const { account, region, repository } = catalog.target(catalog.container(container), name);
  return { environment, repository: { account, region, name: repository } };
}
