import type { LocalFinding } from '@slipway/findings';
import type { EnvironmentSpec } from '../spec/environment-spec.ts';
import { error } from './error.ts';
import { repeated } from './repeated.ts';

/** S3 user guide, "General purpose bucket naming rules". */
const BUCKET = /^(?!.*\.\.)[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/;
const ACCOUNT = /^\d{12}$/;
const NAME = /^[a-z][a-z0-9]*$/;

export function environmentName({ name }: EnvironmentSpec): LocalFinding[] {
  if (NAME.test(name)) return [];
  return [
    error('environment-name', {
      message: `the name "${name}" can't be a stack and an app`,
      fix: 'use lower-case letters and digits, a letter first',
    }),
  ];
}

export function accountNumber({ account }: EnvironmentSpec): LocalFinding[] {
  if (ACCOUNT.test(account)) return [];
  return [
    error('account-number', {
      message: `the account "${account}" is not an AWS account`,
      fix: 'write its 12 digits, as a string',
    }),
  ];
}

export function bucketNames({ state, models }: EnvironmentSpec): LocalFinding[] {
  return Object.entries({ state, models })
    .filter(([, { bucket }]) => !BUCKET.test(bucket))
    .map(([path, { bucket }]) =>
      error('bucket-name', {
        path,
        message: `"${bucket}" is not an S3 bucket name`,
        fix: 'use 3 to 63 lower-case letters, digits, dots and hyphens',
      }),
    );
}

export function oneRegistryPerRegion({ registries }: EnvironmentSpec): LocalFinding[] {
  return repeated(registries.map(({ region }) => region)).map((region) =>
    error('registry-declared-twice', {
      path: region,
      message: `the region "${region}" has more than one registry; replication and scanning are settings of the one registry that AWS has there`,
      fix: 'put the repositories of both into one registry',
    }),
  );
}

export function uniqueKeyAliases({ registries }: EnvironmentSpec): LocalFinding[] {
  const perRegion = registries.flatMap(({ region, key }) =>
    key === undefined ? [] : [`${region} alias/${key.alias}`],
  );
  return repeated(perRegion).map((alias) =>
    error('key-alias-repeated', { message: `the key alias "${alias}" is used twice`, fix: 'name each key once' }),
  );
}
