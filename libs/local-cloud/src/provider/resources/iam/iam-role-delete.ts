import {
  DeleteRoleCommand,
  DeleteRolePolicyCommand,
  paginateListRolePolicies,
  type IAMClient,
} from '@aws-sdk/client-iam';
import type { Cloud } from '../../session/cloud.ts';
import type { CtyObject } from '../../wire/cty-value.ts';
import { flag, requiredText } from '../attribute-readers.ts';
import { ignoreMissing } from '../ignore-missing.ts';
import { attachedPolicies, detachPolicy } from './attached-policies.ts';
import { managedPolicies } from './iam-role-update.ts';

const GONE = ['NoSuchEntityException'];

/** Deletes a role. Its managed policies go first where the role knows of them, all its policies with `force_detach_policies`. */
export async function deleteRole(cloud: Cloud, state: CtyObject): Promise<void> {
  const RoleName = requiredText(state, 'id');
  const isForced = flag(state, 'force_detach_policies') ?? false;
  const iam = cloud.iam();
  if (isForced || managedPolicies(state).length > 0) await ignoreMissing(detachAll(iam, RoleName), GONE);
  if (isForced) await ignoreMissing(deleteInlinePolicies(iam, RoleName), GONE);
  await ignoreMissing(iam.send(new DeleteRoleCommand({ RoleName })), GONE);
}

async function detachAll(iam: IAMClient, role: string): Promise<void> {
  for (const arn of await attachedPolicies(iam, role)) await detachPolicy(iam, { role, arn });
}

async function deleteInlinePolicies(client: IAMClient, RoleName: string): Promise<void> {
  for await (const { PolicyNames = [] } of paginateListRolePolicies({ client }, { RoleName }))
    for (const PolicyName of PolicyNames) await client.send(new DeleteRolePolicyCommand({ RoleName, PolicyName }));
}
