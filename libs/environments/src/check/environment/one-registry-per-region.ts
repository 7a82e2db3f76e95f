import { error, type LocalFinding } from '@slipway/findings';
import type { EnvironmentSpec } from '../../spec/environment-spec.ts';
import { repeated } from '../finding/repeated.ts';

export function oneRegistryPerRegion({ registries }: EnvironmentSpec): LocalFinding[] {
  return repeated(registries.map(({ region }) => region)).map((region) =>
    error('registry-declared-twice', {
      path: region,
      message: `the region "${region}" has more than one registry; replication and scanning are settings of the one registry that AWS has there`,
      fix: 'put the repositories of both into one registry',
      source: 'ECR user guide, "Amazon ECR private registry"',
    }),
  );
}
