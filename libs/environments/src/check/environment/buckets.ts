import { error, under, type LocalFinding } from '@slipway/findings';
import type { Bucket, EnvironmentSpec } from '../../spec/environment-spec.ts';
import { regionFindings } from '../finding/place-names.ts';

const NAME = /^(?!.*\.\.)[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/;
const RESERVED = /^(\d{1,3}\.){3}\d{1,3}$|^xn--|^sthree-|^amzn-s3-demo-|-s3alias$|--ol-s3$|\.mrap$|--x-s3$|--table-s3$/;

/** The buckets of the state and of the models. */
export function buckets({ state, models }: EnvironmentSpec): LocalFinding[] {
  return [...under('state', bucket(state)), ...under('models', bucket(models))];
}

function bucket({ bucket: name, region }: Bucket): LocalFinding[] {
  return [...bucketName(name), ...regionFindings(region)];
}

function bucketName(name: string): LocalFinding[] {
  if (NAME.test(name) && !RESERVED.test(name)) return [];
  return [
    error('bucket-name', {
      message: `"${name}" is not an S3 bucket name`,
      fix: 'use 3 to 63 lower-case letters, digits, dots and hyphens',
      source: 'S3 user guide, "General purpose bucket naming rules"',
    }),
  ];
}
