import {
  DeleteRolePermissionsBoundaryCommand,
  PutRolePermissionsBoundaryCommand,
  TagRoleCommand,
  UntagRoleCommand,
  UpdateAssumeRolePolicyCommand,
  UpdateRoleCommand,
  UpdateRoleDescriptionCommand,
} from '@aws-sdk/client-iam';
import type { Cloud } from '../../session/cloud.ts';
import type { CtyObject } from '../../wire/cty-value.ts';
import { requiredText, text, texts, wholeNumber, writtenText } from '../attribute-readers.ts';
import { hasChanged } from '../has-changed.ts';
import { changeTags } from '../key-value-tags.ts';
import type { Change } from '../resource-behaviour.ts';
import { attachPolicy, detachPolicy } from './attached-policies.ts';

/** Changes a role in place: who may assume it, for how long, its description, boundary, managed policies and tags. */
export async function updateRole(cloud: Cloud, change: Change): Promise<void> {
  const RoleName = requiredText(change.prior, 'id');
  const iam = cloud.iam();
  const PolicyDocument = requiredText(change.planned, 'assume_role_policy');
  if (hasChanged(change, 'assume_role_policy'))
    await iam.send(new UpdateAssumeRolePolicyCommand({ RoleName, PolicyDocument }));
  const Description = text(change.planned, 'description') ?? '';
  if (hasChanged(change, 'description')) await iam.send(new UpdateRoleDescriptionCommand({ RoleName, Description }));
  const MaxSessionDuration = wholeNumber(change.planned, 'max_session_duration');
  if (hasChanged(change, 'max_session_duration'))
    await iam.send(new UpdateRoleCommand({ RoleName, MaxSessionDuration }));
  await updateBoundary(cloud, change);
  await updateManagedPolicies(cloud, change);
  await changeTags(change, {
    untag: (TagKeys) => iam.send(new UntagRoleCommand({ RoleName, TagKeys })),
    tag: (Tags) => iam.send(new TagRoleCommand({ RoleName, Tags })),
  });
}

/** ARNs of the managed policies that the role itself lists; none while it leaves them to others. */
export function managedPolicies(role: CtyObject): readonly string[] {
  return texts(role, 'managed_policy_arns');
}

async function updateBoundary(cloud: Cloud, change: Change): Promise<void> {
  if (!hasChanged(change, 'permissions_boundary')) return;
  const RoleName = requiredText(change.prior, 'id');
  const PermissionsBoundary = writtenText(change.planned, 'permissions_boundary');
  if (PermissionsBoundary === undefined) await cloud.iam().send(new DeleteRolePermissionsBoundaryCommand({ RoleName }));
  else await cloud.iam().send(new PutRolePermissionsBoundaryCommand({ RoleName, PermissionsBoundary }));
}

async function updateManagedPolicies(cloud: Cloud, change: Change): Promise<void> {
  if (!hasChanged(change, 'managed_policy_arns')) return;
  const role = requiredText(change.prior, 'id');
  const [before, after] = [managedPolicies(change.prior), managedPolicies(change.planned)];
  for (const arn of before.filter((each) => !after.includes(each))) await detachPolicy(cloud.iam(), { role, arn });
  for (const arn of after.filter((each) => !before.includes(each))) await attachPolicy(cloud.iam(), { role, arn });
}
