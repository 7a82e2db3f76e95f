import { renderPolicyDocument } from '@slipway/access';
import type { CiRolePolicies, CiRoleSpec } from '@slipway/environments';
import { Construct, IamRole, IamRolePolicy, type IamOpenidConnectProvider } from '../cdktf.ts';

export interface CiRoleProps extends CiRolePolicies {
  readonly role: CiRoleSpec;
  /** Provider that has to be there first. @default the account has it already */
  readonly provider: IamOpenidConnectProvider | undefined;
}

/** Seconds of a session: one hour, more than any of our jobs takes (IAM CreateRole, MaxSessionDuration: at least 3600). */
const SESSION_SECONDS = 3600;

/** A role that one verb of CI assumes through GitHub's tokens, with exactly what that verb needs. */
export class CiRole extends Construct {
  readonly arn: string;

  constructor(scope: Construct, id: string, props: CiRoleProps) {
    super(scope, id);
    const role = new IamRole(this, 'role', {
      name: props.role.name,
      description: `CI may ${props.role.verb}`,
      assumeRolePolicy: renderPolicyDocument(props.trust),
      maxSessionDuration: SESSION_SECONDS,
      ...(props.provider === undefined ? {} : { dependsOn: [props.provider] }),
    });
    new IamRolePolicy(this, 'permissions', {
      name: props.role.verb,
      role: role.name,
      policy: renderPolicyDocument(props.permissions),
    });
    this.arn = role.arn;
  }
}
