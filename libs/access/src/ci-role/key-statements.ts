import type { PolicyStatement } from '../policy/policy-document.ts';
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
    // `kms:CreateKey` has no resource: the key isn't there yet. It gets the tag that it is managed by from then on.
    ...allow('NewKeys', {
      actions: ['kms:CreateKey'],
      on: ['*'],
      when: inRegions(regions, { 'aws:RequestTag/Environment': environment }),
    }),
    ...allow('KeysInTheMaking', {
      actions: [...MAKING, ...ALIASES],
      on: keys,
      when: { ...inRegions(regions), StringEqualsIfExists: { [TAG]: environment } },
    }),
    ...allow('Keys', { actions: MANAGING, on: keys, when: inRegions(regions, { [TAG]: environment }) }),
    ...allow('Aliases', { actions: ALIASES, on: aliases, when: inRegions(regions) }),
    ...grantStatements(keys, regions),
  ];
}

const TAG = 'aws:ResourceTag/Environment';

/** What ECR asks of KMS in the caller's name, when a repository with a key is made or destroyed. */
function grantStatements(keys: readonly string[], regions: readonly string[]): PolicyStatement[] {
  const viaEcr = { 'kms:ViaService': regions.map((region) => `ecr.${region}.amazonaws.com`) };
  return [
    ...allow('KeysOfRepositories', {
      actions: ['kms:DescribeKey', 'kms:RetireGrant'],
      on: keys,
      when: { StringEquals: viaEcr },
    }),
    ...allow('GrantsOfRepositories', {
      actions: ['kms:CreateGrant'],
      on: keys,
      when: { Bool: { 'kms:GrantIsForAWSResource': 'true' }, StringEquals: viaEcr },
    }),
  ];
}
