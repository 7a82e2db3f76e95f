import type { RequestContext } from '../../evaluation/access-request.ts';
import type { Call } from './ask.ts';
import { DEV, PROD, repository } from './environments.ts';

export const TEMPLATE = 'slipway-prod-ecr-templates';
export const role = (name: string) => `arn:aws:iam::${PROD}:role/${name}`;
const key = `arn:aws:kms:us-east-1:${PROD}:key/1234abcd`;
const alias = `arn:aws:kms:us-east-1:${PROD}:alias/prod-ecr`;
const topic = `arn:aws:sns:us-east-1:${PROD}:ecr-events`;
const rule = `arn:aws:events:us-east-1:${PROD}:rule/ecr-events-push`;
const publicRepository = `arn:aws:ecr-public::${PROD}:repository/slipway/tool`;
const state = `arn:aws:s3:::state-${PROD}/prod/terraform.tfstate`;
const ours = { 'aws:ResourceTag/Environment': 'prod' };
const viaEcr = { 'kms:ViaService': 'ecr.us-east-1.amazonaws.com' };

/** The same call of several actions, separated by a space. */
export function calls(resource: string, actions: string, context?: RequestContext): Call[] {
  return actions.split(' ').map((action) => (context === undefined ? [action, resource] : [action, resource, context]));
}

/** What the AWS provider calls to read each type that a stack may have, and what the S3 backend does for a plan. */
export const READS: readonly Call[] = [
  ...calls(`arn:aws:s3:::state-${PROD}`, 's3:ListBucket'),
  ...calls(state, 's3:GetObject'),
  ...calls(`${state}.tflock`, 's3:GetObject s3:PutObject s3:DeleteObject'),
  ...calls(
    repository(PROD, 'any'),
    'ecr:DescribeRepositories ecr:ListTagsForResource ecr:GetLifecyclePolicy ecr:GetRepositoryPolicy',
  ),
  ...calls(repository(PROD, 'any'), 'ecr:ListImages ecr:DescribeImages'),
  ...calls(
    '*',
    'ecr:GetRegistryPolicy ecr:GetRegistryScanningConfiguration ecr:DescribeRegistry ecr:GetAccountSetting',
  ),
  ...calls('*', 'ecr:DescribePullThroughCacheRules ecr:DescribeRepositoryCreationTemplates kms:ListAliases'),
  ...calls('*', 'sns:GetSubscriptionAttributes'),
  ...calls(publicRepository, 'ecr-public:DescribeRepositories ecr-public:GetRepositoryCatalogData'),
  ...calls(publicRepository, 'ecr-public:GetRepositoryPolicy ecr-public:ListTagsForResource'),
  ...calls(key, 'kms:DescribeKey kms:GetKeyPolicy kms:GetKeyRotationStatus kms:ListResourceTags'),
  ...calls(role(TEMPLATE), 'iam:GetRole iam:GetRolePolicy iam:ListRolePolicies iam:ListAttachedRolePolicies'),
  ...calls(topic, 'sns:GetTopicAttributes sns:ListTagsForResource'),
  ...calls(rule, 'events:DescribeRule events:ListTagsForResource events:ListTargetsByRule'),
];

/** What it calls to create, change and destroy them. */
export const WRITES: readonly Call[] = [
  ...calls(state, 's3:PutObject'),
  ...calls(repository(PROD, 'new'), 'ecr:CreateRepository ecr:TagResource ecr:UntagResource ecr:DeleteRepository'),
  ...calls(repository(PROD, 'new'), 'ecr:PutImageTagMutability ecr:PutImageScanningConfiguration'),
  ...calls(repository(PROD, 'new'), 'ecr:PutLifecyclePolicy ecr:DeleteLifecyclePolicy'),
  ...calls(repository(PROD, 'new'), 'ecr:SetRepositoryPolicy ecr:DeleteRepositoryPolicy'),
  ...calls('*', 'ecr:PutRegistryPolicy ecr:DeleteRegistryPolicy ecr:PutRegistryScanningConfiguration'),
  ...calls('*', 'ecr:PutReplicationConfiguration ecr:PutAccountSetting'),
  ...calls('*', 'ecr:CreatePullThroughCacheRule ecr:UpdatePullThroughCacheRule ecr:DeletePullThroughCacheRule'),
  ...calls(
    '*',
    'ecr:CreateRepositoryCreationTemplate ecr:UpdateRepositoryCreationTemplate ecr:DeleteRepositoryCreationTemplate',
  ),
  ...calls('*', 'inspector2:Enable inspector2:ListAccountPermissions sns:Unsubscribe sns:SetSubscriptionAttributes'),
  ...calls(
    publicRepository,
    'ecr-public:CreateRepository ecr-public:PutRepositoryCatalogData ecr-public:DeleteRepository',
  ),
  ...calls(publicRepository, 'ecr-public:SetRepositoryPolicy ecr-public:DeleteRepositoryPolicy ecr-public:TagResource'),
  ...calls('*', 'kms:CreateKey', { 'aws:RequestTag/Environment': 'prod' }),
  ...calls(key, 'kms:EnableKeyRotation kms:PutKeyPolicy kms:TagResource kms:CreateAlias'),
  ...calls(
    key,
    'kms:PutKeyPolicy kms:UntagResource kms:UpdateKeyDescription kms:ScheduleKeyDeletion kms:DisableKeyRotation',
    ours,
  ),
  ...calls(alias, 'kms:CreateAlias kms:UpdateAlias kms:DeleteAlias'),
  ...calls(key, 'kms:DescribeKey kms:RetireGrant', viaEcr),
  ...calls(key, 'kms:CreateGrant', { ...viaEcr, 'kms:GrantIsForAWSResource': 'true' }),
  ...calls(
    role(TEMPLATE),
    'iam:CreateRole iam:TagRole iam:PutRolePolicy iam:UpdateAssumeRolePolicy iam:DeleteRolePolicy',
  ),
  ...calls(role(TEMPLATE), 'iam:ListInstanceProfilesForRole iam:DeleteRole'),
  ...calls(role(TEMPLATE), 'iam:PassRole', { 'iam:PassedToService': 'ecr.amazonaws.com' }),
  ...calls(
    role('aws-service-role/replication.ecr.amazonaws.com/AWSServiceRoleForECRReplication'),
    'iam:CreateServiceLinkedRole',
  ),
  ...calls(role('aws-service-role/ecr.amazonaws.com/AWSServiceRoleForECRTemplate'), 'iam:CreateServiceLinkedRole'),
  ...calls(topic, 'sns:CreateTopic sns:SetTopicAttributes sns:Subscribe sns:TagResource sns:DeleteTopic'),
  ...calls(rule, 'events:PutRule events:PutTargets events:RemoveTargets events:TagResource events:DeleteRule'),
];

export const UPLOADS = 'ecr:InitiateLayerUpload ecr:UploadLayerPart ecr:CompleteLayerUpload ecr:PutImage';
export const DOWNLOADS = 'ecr:BatchGetImage ecr:GetDownloadUrlForLayer';

/** What no role of CI may ever do. */
export const NEVER: readonly Call[] = [
  ...calls(
    'arn:aws:iam::444455556666:role/slipway-apply',
    'iam:PutRolePolicy iam:UpdateAssumeRolePolicy iam:DeleteRole iam:AttachRolePolicy',
  ),
  ...calls(role(TEMPLATE), 'iam:AttachRolePolicy iam:DeleteRolePermissionsBoundary'),
  ...calls(role(TEMPLATE), 'iam:PassRole', { 'iam:PassedToService': 'lambda.amazonaws.com' }),
  ...calls(role('admin'), 'iam:PassRole', { 'iam:PassedToService': 'ecr.amazonaws.com' }),
  ...calls(role('aws-service-role/ecs.amazonaws.com/AWSServiceRoleForECS'), 'iam:CreateServiceLinkedRole'),
  ...calls(`arn:aws:iam::${PROD}:user/ops`, 'iam:CreateUser iam:CreateAccessKey'),
  ...calls(
    `arn:aws:iam::${PROD}:oidc-provider/token.actions.githubusercontent.com`,
    'iam:UpdateOpenIDConnectProviderThumbprint iam:AddClientIDToOpenIDConnectProvider iam:DeleteOpenIDConnectProvider',
  ),
  ...calls(
    `arn:aws:s3:::state-${PROD}`,
    's3:DeleteBucket s3:PutBucketPolicy s3:PutBucketVersioning s3:PutEncryptionConfiguration',
  ),
  ...calls(state, 's3:DeleteObject s3:DeleteObjectVersion s3:PutObjectAcl'),
  ...calls(`arn:aws:s3:::state-${PROD}/bootstrap/terraform.tfstate`, 's3:GetObject s3:PutObject s3:DeleteObject'),
  ...calls(`arn:aws:s3:::state-${DEV}/dev/terraform.tfstate`, 's3:GetObject s3:PutObject'),
  ...calls('arn:aws:s3:::models/latest', 's3:GetObject s3:PutObject s3:DeleteObject'),
  ...calls(repository(PROD), 'ecr:BatchDeleteImage'),
  ...calls(
    repository(DEV),
    `ecr:DeleteRepository ecr:SetRepositoryPolicy ecr:PutLifecyclePolicy ecr:BatchDeleteImage ${UPLOADS}`,
  ),
  ...calls(key, 'kms:Decrypt kms:Encrypt kms:GenerateDataKey kms:ReEncryptFrom', ours),
  ...calls(key, 'kms:CreateGrant', { ...ours, 'kms:GrantIsForAWSResource': 'true' }),
  ...calls(key, 'kms:CreateGrant', viaEcr),
  ...calls(key, 'kms:ScheduleKeyDeletion kms:PutKeyPolicy kms:TagResource kms:DisableKey', {
    'aws:ResourceTag/Environment': 'billing',
  }),
  ...calls(key, 'kms:ScheduleKeyDeletion kms:DisableKey kms:UntagResource'),
  ...calls('*', 'kms:CreateKey', { 'aws:RequestTag/Environment': 'billing' }),
  ...calls(`arn:aws:sns:us-east-1:${PROD}:payroll`, 'sns:SetTopicAttributes sns:DeleteTopic sns:Publish'),
  ...calls(topic, 'sns:Publish'),
  ...calls(`arn:aws:events:us-east-1:${PROD}:rule/payroll`, 'events:PutTargets events:DeleteRule'),
  ...calls(
    `arn:aws:ecr-public::${PROD}:repository/other`,
    'ecr-public:DeleteRepository ecr-public:SetRepositoryPolicy',
  ),
  ...calls(publicRepository, 'ecr-public:PutImage ecr-public:BatchDeleteImage'),
  ...calls(`arn:aws:secretsmanager:us-east-1:${PROD}:secret:ecr-pullthroughcache/hub`, 'secretsmanager:GetSecretValue'),
];

/** The calls of an apply, in a region that the environment does not have. */
const elsewhere = { 'aws:RequestedRegion': 'sa-east-1' };
export const FAR_AWAY: readonly Call[] = [...READS, ...WRITES]
  .filter(([action]) => /^(ecr|sns|events|inspector2):/.test(action))
  .map(([action, resource]) => [action, resource.replace('us-east-1', 'sa-east-1'), elsewhere]);
