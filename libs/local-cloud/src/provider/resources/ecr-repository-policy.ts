import {
  DeleteRepositoryPolicyCommand,
  GetRepositoryPolicyCommand,
  SetRepositoryPolicyCommand,
} from '@aws-sdk/client-ecr';
import { equivalentPolicy } from '../plan/equivalent-policy.ts';
import type { Cloud } from '../session/cloud.ts';
import type { CtyObject } from '../wire/cty-value.ts';
import { requiredText } from './attribute-readers.ts';
import { jsonDocument } from './configuration-checks.ts';
import { ignoreMissing } from './ignore-missing.ts';
import type { Found, ResourceBehaviour } from './resource-behaviour.ts';

const GONE = ['RepositoryPolicyNotFoundException', 'RepositoryNotFoundException'];

export const ecrRepositoryPolicy: ResourceBehaviour = {
  label: 'ECR Repository Policy',
  rules: { forceNew: ['repository'], documents: { policy: equivalentPolicy } },
  validate: jsonDocument('policy'),
  create: setPolicy,
  read: readPolicy,
  update: async (cloud, { planned }) => {
    await setPolicy(cloud, planned);
  },
  delete: deletePolicy,
};

async function setPolicy(cloud: Cloud, planned: CtyObject): Promise<string> {
  const repositoryName = requiredText(planned, 'repository');
  const policyText = requiredText(planned, 'policy');
  await cloud.ecr(planned).send(new SetRepositoryPolicyCommand({ repositoryName, policyText }));
  return repositoryName;
}

async function readPolicy(cloud: Cloud, state: CtyObject): Promise<Found | undefined> {
  const asked = cloud.ecr(state).send(new GetRepositoryPolicyCommand({ repositoryName: requiredText(state, 'id') }));
  const found = await ignoreMissing(asked, GONE);
  if (found === undefined) return undefined;
  const { repositoryName, registryId, policyText } = found;
  return {
    attributes: { repository: repositoryName ?? null, registry_id: registryId ?? null, policy: policyText ?? null },
  };
}

async function deletePolicy(cloud: Cloud, state: CtyObject): Promise<void> {
  const repositoryName = requiredText(state, 'id');
  await ignoreMissing(cloud.ecr(state).send(new DeleteRepositoryPolicyCommand({ repositoryName })), GONE);
}
