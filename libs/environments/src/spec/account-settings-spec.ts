/**
 * ECR settings of an account and region (PutAccountSetting). Each is left as it is where it is not given.
 * `BLOB_MOUNTING` is not here: provider 6.25.0 refuses it.
 */
export interface AccountSettingsSpec {
  /** Engine of basic scanning. `clair` is out of support. */
  readonly basicScanning?: 'aws-native' | 'clair';
  /** Which actions the registry policy may be about: `v2` is all of ECR's. */
  readonly registryPolicyScope?: 'v1' | 'v2';
}
