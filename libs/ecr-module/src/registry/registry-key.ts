import type { KeySpec } from '@slipway/environments';
import { Construct, KmsAlias, KmsKey } from '../cdktf.ts';

export interface RegistryKeyProps extends KeySpec {
  /** Region of the registry that it encrypts. */
  readonly region: string;
}

/** A customer managed KMS key with yearly rotation, and its alias. */
export class RegistryKey extends Construct {
  /** ARN, for `kms_key`. Known after the first apply. */
  readonly arn: string;

  constructor(scope: Construct, id: string, props: RegistryKeyProps) {
    super(scope, id);
    const key = new KmsKey(this, 'key', {
      region: props.region,
      description: `encrypts the container images of ${props.region}`,
      enableKeyRotation: true,
      deletionWindowInDays: props.deletionWindowDays,
      tags: { Name: `${props.alias}-key` },
    });
    new KmsAlias(this, 'alias', { region: props.region, name: `alias/${props.alias}`, targetKeyId: key.keyId });
    this.arn = key.arn;
  }
}
