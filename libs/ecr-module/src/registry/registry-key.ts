import { keyPolicy, renderPolicyDocument } from '@slipway/access';
import type { Deletion, KeySpec } from '@slipway/environments';
import { Construct, KmsAlias, KmsKey } from '../cdktf.ts';

export interface RegistryKeyProps extends KeySpec {
  /** Region of the registry that it encrypts. */
  readonly region: string;
  /** Account of the key, 12 digits. */
  readonly account: string;
  /** `protected`: Terraform refuses to destroy the key, and with it every image it encrypts. @default 'protected' */
  readonly deletion?: Deletion;
}

/** A customer managed KMS key with rotation, and its alias. */
export class RegistryKey extends Construct {
  /** Without its `alias/`. */
  readonly alias: string;
  readonly region: string;
  /** ARN, for `kms_key`. Known after the first apply. */
  readonly arn: string;

  constructor(scope: Construct, id: string, props: RegistryKeyProps) {
    super(scope, id);
    const { region, alias, rotationPeriodDays, deletion = 'protected' } = props;
    const key = new KmsKey(this, 'key', {
      region,
      description: `encrypts the container images of ${region}`,
      enableKeyRotation: true,
      ...(rotationPeriodDays === undefined ? {} : { rotationPeriodInDays: rotationPeriodDays }),
      deletionWindowInDays: props.deletionWindowDays,
      ...policyConfig(props),
      tags: { Name: `${alias}-key` },
      ...(deletion === 'protected' ? { lifecycle: { preventDestroy: true } } : {}),
    });
    new KmsAlias(this, 'alias', { region, name: `alias/${alias}`, targetKeyId: key.keyId });
    this.alias = alias;
    this.region = region;
    this.arn = key.arn;
  }
}

/** Without administrators and users KMS gives the key its default policy: the account's identity policies decide. */
function policyConfig(props: RegistryKeyProps) {
  if (props.administrators === undefined && props.users === undefined) return {};
  return { policy: renderPolicyDocument(keyPolicy(props)) };
}
