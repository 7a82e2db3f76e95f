import { CreateRoleCommand, GetRoleCommand } from '@aws-sdk/client-iam';
import { equivalentPolicy } from '../../plan/equivalent-policy.ts';
import type { Cloud } from '../../session/cloud.ts';
import type { CtyObject } from '../../wire/cty-value.ts';
import { arn } from '../arn-check.ts';
import { requiredText, text, wholeNumber, writtenText } from '../attribute-readers.ts';
import { allChecks, checkTexts, lengthBetween, numberBetween } from '../configuration-checks.ts';
import { configuredName } from '../generated-name.ts';
import { ignoreMissing } from '../ignore-missing.ts';
import { keyValueTags } from '../key-value-tags.ts';
import { policyDocument } from '../policy-document-check.ts';
import { refuseWritten } from '../refuse-written.ts';
import type { Found, ResourceBehaviour } from '../resource-behaviour.ts';
import { attachPolicy, attachedPolicies } from './attached-policies.ts';
import { iamNames } from './iam-name-check.ts';
import { deleteRole } from './iam-role-delete.ts';
import { foundRole } from './iam-role-found.ts';
import { managedPolicies, updateRole } from './iam-role-update.ts';

export const iamRole: ResourceBehaviour = {
  label: 'IAM Role',
  rules: {
    forceNew: ['name', 'name_prefix', 'path'],
    defaults: { force_detach_policies: false, max_session_duration: 3600, path: '/' },
    documents: { assume_role_policy: equivalentPolicy },
  },
  imported: (name) => ({ id: name, name, force_detach_policies: false }),
  validate: allChecks(
    iamNames(64),
    policyDocument('assume_role_policy'),
    lengthBetween('description', [0, 1000]),
    checkTexts('description', unfitQuotes),
    numberBetween('max_session_duration', [3600, 43_200]),
    lengthBetween('path', [0, 512]),
    arn('permissions_boundary'),
  ),
  refuse: (planned) => refuseWritten(planned, { names: ['inline_policy'], instead: 'use aws_iam_role_policy' }),
  create: createRole,
  complete: async (cloud, created) => {
    const role = requiredText(created, 'id');
    for (const policy of managedPolicies(created)) await attachPolicy(cloud.iam(), { role, arn: policy });
  },
  read: readRole,
  update: updateRole,
  delete: deleteRole,
};

function unfitQuotes(description: string, name: string): string | undefined {
  const rule = 'cannot contain specially formatted single or double quotes: [“‘]';
  return /[“‘]/.test(description) ? `invalid value for ${name} (${rule})` : undefined;
}

async function createRole(cloud: Cloud, planned: CtyObject): Promise<string> {
  const RoleName = configuredName(planned);
  await cloud.iam().send(
    new CreateRoleCommand({
      RoleName,
      AssumeRolePolicyDocument: requiredText(planned, 'assume_role_policy'),
      Description: writtenText(planned, 'description'),
      MaxSessionDuration: wholeNumber(planned, 'max_session_duration'),
      Path: text(planned, 'path'),
      PermissionsBoundary: writtenText(planned, 'permissions_boundary'),
      Tags: keyValueTags(planned),
    }),
  );
  return RoleName;
}

async function readRole(cloud: Cloud, state: CtyObject): Promise<Found | undefined> {
  const RoleName = requiredText(state, 'id');
  const found = await ignoreMissing(cloud.iam().send(new GetRoleCommand({ RoleName })), ['NoSuchEntityException']);
  if (found?.Role === undefined) return undefined;
  return foundRole(found.Role, await attachedPolicies(cloud.iam(), RoleName));
}
