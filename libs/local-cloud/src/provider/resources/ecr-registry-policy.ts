import { DeleteRegistryPolicyCommand, GetRegistryPolicyCommand, PutRegistryPolicyCommand } from '@aws-sdk/client-ecr';
import { equivalentPolicy } from '../plan/equivalent-policy.ts';
import type { Cloud } from '../session/cloud.ts';
import type { CtyObject } from '../wire/cty-value.ts';
import { requiredText } from './attribute-readers.ts';
import { jsonDocument } from './configuration-checks.ts';
import { ignoreMissing } from './ignore-missing.ts';
import type { Found, ResourceBehaviour } from './resource-behaviour.ts';

const GONE = ['RegistryPolicyNotFoundException'];

/** The one policy of an account's registry in a region. */
export const ecrRegistryPolicy: ResourceBehaviour = {
  label: 'ECR Registry Policy',
  rules: { documents: { policy: equivalentPolicy } },
  validate: jsonDocument('policy'),
  create: putPolicy,
  read: readPolicy,
  update: async (cloud, { planned }) => {
    await putPolicy(cloud, planned);
  },
  delete: deletePolicy,
};

async function putPolicy(cloud: Cloud, planned: CtyObject): Promise<string> {
  const policyText = requiredText(planned, 'policy');
  const { registryId } = await cloud.ecr(planned).send(new PutRegistryPolicyCommand({ policyText }));
  return registryId ?? cloud.accountId;
}

async function readPolicy(cloud: Cloud, state: CtyObject): Promise<Found | undefined> {
  const found = await ignoreMissing(cloud.ecr(state).send(new GetRegistryPolicyCommand({})), GONE);
  return found && { attributes: { registry_id: found.registryId ?? null, policy: found.policyText ?? null } };
}

async function deletePolicy(cloud: Cloud, state: CtyObject): Promise<void> {
  await ignoreMissing(cloud.ecr(state).send(new DeleteRegistryPolicyCommand({})), GONE);
}
