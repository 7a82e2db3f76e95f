import type { AccountSettingsSpec } from '@slipway/environments';
import { EcrAccountSetting, type Construct } from '../cdktf.ts';

export interface AccountSettingsProps extends AccountSettingsSpec {
  readonly region: string;
}

const ENGINES = { 'aws-native': 'AWS_NATIVE', clair: 'CLAIR' } as const;
const SCOPES = { v1: 'V1', v2: 'V2' } as const;

/**
 * ECR settings of the account and region; each only where it is given.
 * @returns what has to be set before a registry policy is put
 */
export function accountSettings(
  scope: Construct,
  { region, basicScanning, registryPolicyScope }: AccountSettingsProps,
): readonly EcrAccountSetting[] {
  if (basicScanning !== undefined) {
    new EcrAccountSetting(scope, 'BasicScanning', {
      region,
      name: 'BASIC_SCAN_TYPE_VERSION',
      value: ENGINES[basicScanning],
    });
  }
  if (registryPolicyScope === undefined) return [];
  const value = SCOPES[registryPolicyScope];
  return [new EcrAccountSetting(scope, 'PolicyScope', { region, name: 'REGISTRY_POLICY_SCOPE', value })];
}
