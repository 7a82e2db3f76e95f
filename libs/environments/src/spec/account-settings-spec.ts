/** ECR settings of an account and region (PutAccountSetting). Each is left as it is where it is not given. */
export interface AccountSettingsSpec {
  /** Engine of basic scanning. `clair` is out of support. */
  readonly basicScanning?: 'aws-native' | 'clair';
  /** Which actions the registry policy may be about: `v2` is all of ECR's. */
  readonly registryPolicyScope?: 'v1' | 'v2';
  /** Whether a push may mount a layer that another repository of the registry holds. */
  readonly blobMounting?: boolean;
}
