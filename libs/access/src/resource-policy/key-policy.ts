import { accountArn } from '../arn/iam-arn.ts';
import type { PolicyDocument, PolicyStatement } from '../policy/policy-document.ts';
import { trusteesOf } from '../policy/trustee.ts';
import type { Principal } from '../principal/principal.ts';

export interface KeyPolicyOptions {
  /** Account of the key, 12 digits. */
  readonly account: string;
  /** Region of the key: ECR uses it there. */
  readonly region: string;
  /** Who may manage the key, and not use it. @default the account, which lets its identity policies decide */
  readonly administrators?: readonly Principal[];
  /** Who may use the key, through ECR only. @default the account, which lets its identity policies decide */
  readonly users?: readonly Principal[];
}

/** KMS developer guide, "Allows key administrators to administer the KMS key", each action by its name. */
const ADMINISTRATION = [
  'kms:CancelKeyDeletion',
  'kms:CreateAlias',
  'kms:DeleteAlias',
  'kms:DescribeKey',
  'kms:DisableKey',
  'kms:DisableKeyRotation',
  'kms:EnableKey',
  'kms:EnableKeyRotation',
  'kms:GetKeyPolicy',
  'kms:GetKeyRotationStatus',
  'kms:ListGrants',
  'kms:ListKeyPolicies',
  'kms:ListResourceTags',
  'kms:PutKeyPolicy',
  'kms:RevokeGrant',
  'kms:ScheduleKeyDeletion',
  'kms:TagResource',
  'kms:UntagResource',
  'kms:UpdateAlias',
  'kms:UpdateKeyDescription',
];

/** ECR user guide, "Encryption at rest": what ECR calls in the name of who pushes, pulls or deletes a repository. */
const USE = ['kms:Decrypt', 'kms:DescribeKey', 'kms:Encrypt', 'kms:GenerateDataKey', 'kms:RetireGrant'];

/**
 * The policy of a KMS key for repositories. The account keeps control of it, so that no key is ever out of reach: its identity policies decide
 * for its own principals. Administrators manage and users use it; nobody else is let in.
 */
export function keyPolicy({ account, region, administrators = [], users = [] }: KeyPolicyOptions): PolicyDocument {
  const viaEcr = { 'kms:ViaService': `ecr.${region}.amazonaws.com` };
  return {
    Version: '2012-10-17',
    Statement: [
      accountKeepsControl(account),
      ...allow('Administration', { principals: administrators, account }, { Action: ADMINISTRATION }),
      ...allow('Use', { principals: users, account }, { Action: USE, Condition: { StringEquals: viaEcr } }),
      ...allow('GrantToEcr', { principals: users, account }, grantToEcr(viaEcr)),
    ],
  };
}

/** `kms:*`, as in every key policy that KMS makes: a key that its account can't manage can't be managed by anyone (KMS developer guide). */
function accountKeepsControl(account: string): PolicyStatement {
  return {
    Sid: 'AllowAccount',
    Effect: 'Allow',
    Principal: { AWS: accountArn(account) },
    Action: 'kms:*',
    Resource: '*',
  };
}

/** A repository is a grantee of its key: ECR makes the grant when the repository is created, in the caller's name. */
function grantToEcr(viaEcr: Readonly<Record<string, string>>) {
  return {
    Action: ['kms:CreateGrant'],
    Condition: { Bool: { 'kms:GrantIsForAWSResource': 'true' }, StringEquals: viaEcr },
  };
}

interface Trusted {
  readonly principals: readonly Principal[];
  readonly account: string;
}

function allow(
  title: string,
  { principals, account }: Trusted,
  permission: Pick<PolicyStatement, 'Action' | 'Condition'>,
): PolicyStatement[] {
  return trusteesOf(principals, account).map(({ suffix, Principal, Condition }) => ({
    Sid: `Allow${title}${suffix}`,
    Effect: 'Allow',
    Principal,
    Action: permission.Action,
    // In a key policy `*` is the key itself.
    Resource: '*',
    ...both(Condition, permission.Condition),
  }));
}

/** Conditions on who asks and on how: both have to hold. */
function both(
  who: PolicyStatement['Condition'] = {},
  how: PolicyStatement['Condition'] = {},
): Pick<PolicyStatement, 'Condition'> {
  const operators = [...new Set([...Object.keys(who), ...Object.keys(how)])];
  if (operators.length === 0) return {};
  return {
    Condition: Object.fromEntries(operators.map((operator) => [operator, { ...who[operator], ...how[operator] }])),
  };
}
