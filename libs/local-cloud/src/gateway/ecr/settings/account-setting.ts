import type { ApiInput } from '../api-input.ts';
import { invalidParameter } from '../invalid-parameter.ts';

/** A setting of an account in a region: the values it may have, the first of which a new account has. */
export interface AccountSetting {
  readonly name: string;
  readonly values: readonly [string, ...string[]];
}

const settings: readonly AccountSetting[] = [
  { name: 'BASIC_SCAN_TYPE_VERSION', values: ['AWS_NATIVE', 'CLAIR'] },
  { name: 'REGISTRY_POLICY_SCOPE', values: ['V2', 'V1'] },
  { name: 'BLOB_MOUNTING', values: ['DISABLED', 'ENABLED'] },
];

/** The setting that a call names. @throws AwsError when ECR has no such setting. */
export function accountSettingOf(input: ApiInput): AccountSetting {
  const name = input.text('name');
  const setting = settings.find((known) => known.name === name);
  if (setting !== undefined) return setting;
  const names = settings.map((known) => known.name).join(', ');
  throw invalidParameter('name', `Member must satisfy enum value set: [${names}]`);
}
