import {
  DeleteLifecyclePolicyCommand,
  GetLifecyclePolicyCommand,
  PutLifecyclePolicyCommand,
} from '@aws-sdk/client-ecr';
import { equivalentLifecyclePolicy } from '../plan/equivalent-lifecycle-policy.ts';
import type { Cloud } from '../session/cloud.ts';
import type { CtyObject } from '../wire/cty-value.ts';
import { requiredText } from './attribute-readers.ts';
import { jsonDocument } from './configuration-checks.ts';
import { ignoreMissing } from './ignore-missing.ts';
import type { Found, ResourceBehaviour } from './resource-behaviour.ts';

const GONE = ['LifecyclePolicyNotFoundException', 'RepositoryNotFoundException'];

export const ecrLifecyclePolicy: ResourceBehaviour = {
  label: 'ECR Lifecycle Policy',
  rules: { forceNew: ['repository', 'policy'], documents: { policy: equivalentLifecyclePolicy } },
  validate: jsonDocument('policy'),
  create: putPolicy,
  read: readPolicy,
  delete: deletePolicy,
};

async function putPolicy(cloud: Cloud, planned: CtyObject): Promise<string> {
  const repositoryName = requiredText(planned, 'repository');
  const lifecyclePolicyText = requiredText(planned, 'policy');
  await cloud.ecr(planned).send(new PutLifecyclePolicyCommand({ repositoryName, lifecyclePolicyText }));
  return repositoryName;
}

async function readPolicy(cloud: Cloud, state: CtyObject): Promise<Found | undefined> {
  const asked = cloud.ecr(state).send(new GetLifecyclePolicyCommand({ repositoryName: requiredText(state, 'id') }));
  const found = await ignoreMissing(asked, GONE);
  if (found === undefined) return undefined;
  const { repositoryName, registryId, lifecyclePolicyText } = found;
  return {
    attributes: {
      repository: repositoryName ?? null,
      registry_id: registryId ?? null,
      policy: lifecyclePolicyText ?? null,
    },
  };
}

async function deletePolicy(cloud: Cloud, state: CtyObject): Promise<void> {
  const repositoryName = requiredText(state, 'id');
  await ignoreMissing(cloud.ecr(state).send(new DeleteLifecyclePolicyCommand({ repositoryName })), GONE);
}
