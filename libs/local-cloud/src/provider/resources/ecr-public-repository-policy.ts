import {
  DeleteRepositoryPolicyCommand,
  GetRepositoryPolicyCommand,
  SetRepositoryPolicyCommand,
} from '@aws-sdk/client-ecr-public';
import { equivalentPolicy } from '../plan/equivalent-policy.ts';
import type { Cloud } from '../session/cloud.ts';
import type { CtyObject } from '../wire/cty-value.ts';
import { requiredText, text } from './attribute-readers.ts';
import { jsonDocument } from './configuration-checks.ts';
import { ignoreMissing } from './ignore-missing.ts';
import type { Found, ResourceBehaviour } from './resource-behaviour.ts';

const GONE = ['RepositoryPolicyNotFoundException', 'RepositoryNotFoundException'];

export const ecrPublicRepositoryPolicy: ResourceBehaviour = {
  label: 'ECR Public Repository Policy',
  rules: { forceNew: ['repository_name'], documents: { policy: equivalentPolicy } },
  validate: jsonDocument('policy'),
  create: setPolicy,
  read: readPolicy,
  update: async (cloud, { planned }) => {
    await setPolicy(cloud, planned);
  },
  delete: async (cloud, state) => {
    const deleted = new DeleteRepositoryPolicyCommand({
      repositoryName: requiredText(state, 'id'),
      registryId: text(state, 'registry_id'),
    });
    await ignoreMissing(cloud.ecrPublic(state).send(deleted), GONE);
  },
};

async function setPolicy(cloud: Cloud, planned: CtyObject): Promise<string> {
  const repositoryName = requiredText(planned, 'repository_name');
  const policyText = requiredText(planned, 'policy');
  await cloud.ecrPublic(planned).send(new SetRepositoryPolicyCommand({ repositoryName, policyText }));
  return repositoryName;
}

async function readPolicy(cloud: Cloud, state: CtyObject): Promise<Found | undefined> {
  const asked = new GetRepositoryPolicyCommand({ repositoryName: requiredText(state, 'id') });
  const found = await ignoreMissing(cloud.ecrPublic(state).send(asked), GONE);
  if (found === undefined) return undefined;
  const { repositoryName, registryId, policyText } = found;
  return {
    attributes: {
      repository_name: repositoryName ?? null,
      registry_id: registryId ?? null,
      policy: policyText ?? null,
    },
  };
}
