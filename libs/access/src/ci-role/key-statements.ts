import type { Conditions, PolicyStatement } from '../policy/policy-document.ts';
import { allow } from './allow.ts';
import type { CiRolePolicyOptions } from './ci-role-policy.ts';
import { inRegions, ownedResources } from './owned-resources.ts';

/** While a key is being made it may have no tag yet, or KMS may not know of it yet (up to five minutes, KMS developer guide, "ABAC for KMS"). */
const MAKING = ['kms:EnableKeyRotation', 'kms:PutKeyPolicy', 'kms:TagResource'];

const MANAGING = [
  'kms:CancelKeyDeletion',
  'kms:DisableKey',
  'kms:DisableKeyRotation',
  'kms:EnableKey',
  'kms:ScheduleKeyDeletion',
  'kms:UntagResource',
  'kms:UpdateKeyDescription',
];

/** An alias asks for permission on its key as well. */
const ALIASES = ['kms:CreateAlias', 'kms:DeleteAlias', 'kms:UpdateAlias'];

/**
 * Keys of the environment are those that carry its `Environment` tag, since their ARNs are not known before they exist. A repository that is
 * encrypted with a key makes a grant on it, which ECR asks for in the caller's name (ECR user guide, "Encryption at rest").
 */
export function keyStatements(options: CiRolePolicyOptions): PolicyStatement[] {
  const { environment, regions } = options;
  const { keys, aliases } = ownedResources(options);
  return [
    ...allow('NewKeys', { actions: ['kms:CreateKey'], on: ['*'], when: newKey(environment, regions) }),
    ...allow('KeysInTheMaking', { actions: [...MAKING, ...ALIASES], on: keys, when: notOfOthers(environment) }),
    ...allow('Keys', { actions: MANAGING, on: keys, when: { StringEquals: { [TAG]: environment } } }),
    ...allow('Aliases', { actions: ALIASES, on: aliases }),
    ...allow('KeysOfRepositories', {
      actions: ['kms:DescribeKey', 'kms:RetireGrant'],
      on: keys,
      when: viaEcr(regions),
    }),
    ...allow('GrantsOfRepositories', {
      actions: ['kms:CreateGrant'],
      on: keys,
      when: { ...viaEcr(regions), Bool: { 'kms:GrantIsForAWSResource': 'true' } },
    }),
  ];
}

const TAG = 'aws:ResourceTag/Environment';

/** `kms:CreateKey` has no resource: the key isn't there yet. It gets the tag that it is managed by from then on. */
function newKey(environment: string, regions: readonly string[]): Conditions {
  return { StringEquals: { ...inRegions(regions)['StringEquals'], 'aws:RequestTag/Environment': environment } };
}

function notOfOthers(environment: string): Conditions {
  return { StringEqualsIfExists: { [TAG]: environment } };
}

function viaEcr(regions: readonly string[]): Conditions {
  return { StringEquals: { 'kms:ViaService': regions.map((region) => `ecr.${region}.amazonaws.com`) } };
}
