import { CreatePolicyCommand, GetPolicyCommand, GetPolicyVersionCommand } from '@aws-sdk/client-iam';
import { equivalentPolicy } from '../../plan/equivalent-policy.ts';
import type { Cloud } from '../../session/cloud.ts';
import { Refusal } from '../../session/refusal.ts';
import type { CtyObject } from '../../wire/cty-value.ts';
import { requiredText, text, writtenText } from '../attribute-readers.ts';
import { allChecks } from '../configuration-checks.ts';
import { configuredName, prefixOfName } from '../generated-name.ts';
import { ignoreMissing } from '../ignore-missing.ts';
import { foundTags, keyValueTags } from '../key-value-tags.ts';
import { policyDocument } from '../policy-document-check.ts';
import type { Found, ResourceBehaviour } from '../resource-behaviour.ts';
import { decodedDocument } from './decoded-document.ts';
import { iamNames } from './iam-name-check.ts';
import { deletePolicy, updatePolicy } from './iam-policy-versions.ts';

/** A managed policy of the account. Its id is its ARN. */
export const iamPolicy: ResourceBehaviour = {
  label: 'IAM Policy',
  rules: {
    forceNew: ['description', 'name', 'name_prefix', 'path'],
    defaults: { path: '/' },
    documents: { policy: equivalentPolicy },
  },
  validate: allChecks(iamNames(128), policyDocument('policy')),
  create: createPolicy,
  read: readPolicy,
  update: updatePolicy,
  delete: deletePolicy,
};

async function createPolicy(cloud: Cloud, planned: CtyObject): Promise<string> {
  const { Policy } = await cloud.iam().send(
    new CreatePolicyCommand({
      Description: writtenText(planned, 'description'),
      Path: text(planned, 'path'),
      PolicyDocument: requiredText(planned, 'policy'),
      PolicyName: configuredName(planned),
      Tags: keyValueTags(planned),
    }),
  );
  if (Policy?.Arn === undefined) throw new Refusal('IAM created a policy and gave it no ARN');
  return Policy.Arn;
}

async function readPolicy(cloud: Cloud, state: CtyObject): Promise<Found | undefined> {
  const PolicyArn = requiredText(state, 'id');
  const iam = cloud.iam();
  const found = await ignoreMissing(iam.send(new GetPolicyCommand({ PolicyArn })), ['NoSuchEntityException']);
  if (found?.Policy === undefined) return undefined;
  const { Policy } = found;
  const version = new GetPolicyVersionCommand({ PolicyArn, VersionId: Policy.DefaultVersionId });
  const { PolicyVersion } = await iam.send(version);
  return {
    attributes: {
      arn: Policy.Arn ?? null,
      attachment_count: Policy.AttachmentCount ?? 0,
      description: Policy.Description ?? '',
      name: Policy.PolicyName ?? null,
      name_prefix: prefixOfName(Policy.PolicyName ?? ''),
      path: Policy.Path ?? null,
      policy: decodedDocument(PolicyVersion?.Document),
      policy_id: Policy.PolicyId ?? null,
    },
    tags: foundTags(Policy.Tags),
  };
}
