import { error, under, type LocalFinding } from '@slipway/findings';
import type { EnvironmentSpec } from '../../spec/environment-spec.ts';
import { accountFindings, regionFindings } from '../finding/place-names.ts';

const NAME = /^[a-z][a-z0-9]*$/;

/** Names of the environment: its own, its account, its region. */
export function names({ name, account, region }: EnvironmentSpec): LocalFinding[] {
  return [...stackName(name), ...accountFindings(account), ...under('region', regionFindings(region))];
}

function stackName(name: string): LocalFinding[] {
  if (NAME.test(name)) return [];
  return [
    error('environment-name', {
      message: `the name "${name}" can't be a stack and an app`,
      fix: 'use lower-case letters and digits, a letter first',
    }),
  ];
}
