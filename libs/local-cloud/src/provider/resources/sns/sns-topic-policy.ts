import { SetTopicAttributesCommand } from '@aws-sdk/client-sns';
import { equivalentPolicy } from '../../plan/equivalent-policy.ts';
import type { Cloud } from '../../session/cloud.ts';
import type { CtyObject } from '../../wire/cty-value.ts';
import { arn } from '../arn-check.ts';
import { requiredText } from '../attribute-readers.ts';
import { allChecks } from '../configuration-checks.ts';
import { ignoreMissing } from '../ignore-missing.ts';
import { policyDocument } from '../policy-document-check.ts';
import type { Found, ResourceBehaviour } from '../resource-behaviour.ts';
import { defaultTopicPolicy } from './default-topic-policy.ts';
import { importedArn } from './imported-arn.ts';
import { topicAttributes } from './sns-topic-read.ts';

/** Who may do what with a topic. A topic always has a policy: without this type, the one that SNS gives to new topics. */
export const snsTopicPolicy: ResourceBehaviour = {
  label: 'SNS Topic Policy',
  rules: { forceNew: ['arn'], documents: { policy: equivalentPolicy } },
  imported: importedArn,
  validate: allChecks(arn('arn'), policyDocument('policy')),
  create: async (cloud, planned) => {
    await putPolicy(cloud, planned, requiredText(planned, 'policy'));
    return requiredText(planned, 'arn');
  },
  read: readPolicy,
  update: (cloud, { planned }) => putPolicy(cloud, planned, requiredText(planned, 'policy')),
  delete: async (cloud, state) => {
    const policy = defaultTopicPolicy(requiredText(state, 'arn'), requiredText(state, 'owner'));
    await ignoreMissing(putPolicy(cloud, state, policy), ['NotFoundException']);
  },
};

async function putPolicy(cloud: Cloud, resource: CtyObject, AttributeValue: string): Promise<void> {
  const TopicArn = requiredText(resource, 'arn');
  await cloud.sns(resource).send(new SetTopicAttributesCommand({ TopicArn, AttributeName: 'Policy', AttributeValue }));
}

async function readPolicy(cloud: Cloud, state: CtyObject): Promise<Found | undefined> {
  const found = await topicAttributes(cloud, state);
  const policy = found?.['Policy'] ?? '';
  if (found === undefined || policy === '') return undefined;
  return { attributes: { arn: found['TopicArn'] ?? null, owner: found['Owner'] ?? null, policy } };
}
