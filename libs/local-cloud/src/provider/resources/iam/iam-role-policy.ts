import { DeleteRolePolicyCommand, GetRolePolicyCommand, PutRolePolicyCommand } from '@aws-sdk/client-iam';
import { equivalentPolicy } from '../../plan/equivalent-policy.ts';
import type { Cloud } from '../../session/cloud.ts';
import { Refusal } from '../../session/refusal.ts';
import type { CtyObject } from '../../wire/cty-value.ts';
import { requiredText } from '../attribute-readers.ts';
import { allChecks, checkTexts, lengthBetween } from '../configuration-checks.ts';
import { configuredName, prefixOfName } from '../generated-name.ts';
import { ignoreMissing } from '../ignore-missing.ts';
import { policyDocument } from '../policy-document-check.ts';
import type { Found, ResourceBehaviour } from '../resource-behaviour.ts';
import { decodedDocument } from './decoded-document.ts';
import { iamNames } from './iam-name-check.ts';

const GONE = ['NoSuchEntityException'];

/** A policy inside a role. Its id is `role:name`. */
export const iamRolePolicy: ResourceBehaviour = {
  label: 'IAM Role Policy',
  rules: { forceNew: ['name', 'name_prefix', 'role'], documents: { policy: equivalentPolicy } },
  imported: (id) => ({ id, role: partsOf(id).RoleName }),
  validate: allChecks(
    iamNames(128),
    policyDocument('policy'),
    lengthBetween('role', [1, 128]),
    checkTexts('role', (role, name) =>
      role.startsWith('arn:') ? `"${name}" must be the role's name not its ARN` : undefined,
    ),
  ),
  create: async (cloud, planned) => {
    const id = `${requiredText(planned, 'role')}:${configuredName(planned)}`;
    await putPolicy(cloud, id, planned);
    return id;
  },
  read: readPolicy,
  update: async (cloud, { prior, planned }) => {
    await putPolicy(cloud, requiredText(prior, 'id'), planned);
  },
  delete: async (cloud, state) => {
    const deleted = new DeleteRolePolicyCommand(partsOf(requiredText(state, 'id')));
    await ignoreMissing(cloud.iam().send(deleted), GONE);
  },
};

function partsOf(id: string): { readonly RoleName: string; readonly PolicyName: string } {
  const [, RoleName, PolicyName] = /^([^:]+):(.+)$/.exec(id) ?? [];
  if (RoleName === undefined || PolicyName === undefined)
    throw new Refusal('role_policy id must be of the form <role name>:<policy name>');
  return { RoleName, PolicyName };
}

async function putPolicy(cloud: Cloud, id: string, planned: CtyObject): Promise<void> {
  const PolicyDocument = requiredText(planned, 'policy');
  await cloud.iam().send(new PutRolePolicyCommand({ ...partsOf(id), PolicyDocument }));
}

async function readPolicy(cloud: Cloud, state: CtyObject): Promise<Found | undefined> {
  const { RoleName, PolicyName } = partsOf(requiredText(state, 'id'));
  const asked = cloud.iam().send(new GetRolePolicyCommand({ RoleName, PolicyName }));
  const found = await ignoreMissing(asked, GONE);
  if (found === undefined) return undefined;
  return {
    attributes: {
      name: PolicyName,
      name_prefix: prefixOfName(PolicyName),
      role: RoleName,
      policy: decodedDocument(found.PolicyDocument),
    },
  };
}
