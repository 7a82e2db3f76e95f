import {
  AttachRolePolicyCommand,
  DetachRolePolicyCommand,
  paginateListAttachedRolePolicies,
  type IAMClient,
} from '@aws-sdk/client-iam';
import { ignoreMissing } from '../ignore-missing.ts';

/** ARNs of the managed policies that are attached to a role. */
export async function attachedPolicies(client: IAMClient, RoleName: string): Promise<readonly string[]> {
  const arns: string[] = [];
  for await (const { AttachedPolicies = [] } of paginateListAttachedRolePolicies({ client }, { RoleName }))
    arns.push(...AttachedPolicies.flatMap(({ PolicyArn }) => PolicyArn ?? []));
  return arns;
}

interface Attachment {
  readonly role: string;
  readonly arn: string;
}

export async function attachPolicy(client: IAMClient, { role, arn }: Attachment): Promise<void> {
  await client.send(new AttachRolePolicyCommand({ RoleName: role, PolicyArn: arn }));
}

/** Detaches a managed policy from a role; one that is not attached is no error. */
export async function detachPolicy(client: IAMClient, { role, arn }: Attachment): Promise<void> {
  await ignoreMissing(client.send(new DetachRolePolicyCommand({ RoleName: role, PolicyArn: arn })), [
    'NoSuchEntityException',
  ]);
}
