import { Refusal } from '../../session/refusal.ts';
import type { CtyObject } from '../../wire/cty-value.ts';
import { requiredText } from '../attribute-readers.ts';
import { ignoreMissing } from '../ignore-missing.ts';
import type { ResourceBehaviour } from '../resource-behaviour.ts';
import { attachPolicy, attachedPolicies, detachPolicy } from './attached-policies.ts';

/** A managed policy on a role. Nothing of it can change in place. */
export const iamRolePolicyAttachment: ResourceBehaviour = {
  label: 'IAM Role Policy Attachment',
  rules: { forceNew: ['policy_arn', 'role'] },
  imported: (id) => {
    const [, role, arn] = /^([^/]+)\/(.+)$/.exec(id) ?? [];
    if (role !== undefined && arn !== undefined) return { id: `${role}-${arn}`, role, policy_arn: arn };
    throw new Refusal(`unexpected format of ID ("${id}"), expected <role-name>/<policy_arn>`);
  },
  create: async (cloud, planned) => {
    const attachment = attachmentOf(planned);
    await attachPolicy(cloud.iam(), attachment);
    return `${attachment.role}-${attachment.arn}`;
  },
  read: async (cloud, state) => {
    const { role, arn } = attachmentOf(state);
    const attached = await ignoreMissing(attachedPolicies(cloud.iam(), role), ['NoSuchEntityException']);
    return attached?.includes(arn) ? { attributes: { role, policy_arn: arn } } : undefined;
  },
  delete: (cloud, state) => detachPolicy(cloud.iam(), attachmentOf(state)),
};

function attachmentOf(state: CtyObject): { readonly role: string; readonly arn: string } {
  return { role: requiredText(state, 'role'), arn: requiredText(state, 'policy_arn') };
}
