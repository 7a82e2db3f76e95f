import { registryPolicy, renderPolicyDocument, type RegistryPolicyOptions } from '@slipway/access';
import { EcrRegistryPolicy, type Construct, type TerraformResource } from '../cdktf.ts';

export interface ReplicationPermissionsProps extends RegistryPolicyOptions {
  /** What has to be there before the first image comes. */
  readonly after: readonly TerraformResource[];
}

/** The registry's policy, one for each account and region: who may replicate into it. None where nobody may. */
export function replicationPermissions(scope: Construct, id: string, props: ReplicationPermissionsProps): void {
  const { after, ...options } = props;
  const document = registryPolicy(options);
  if (document === undefined) return;
  new EcrRegistryPolicy(scope, id, {
    region: options.region,
    policy: renderPolicyDocument(document),
    ...(after.length === 0 ? {} : { dependsOn: [...after] }),
  });
}
