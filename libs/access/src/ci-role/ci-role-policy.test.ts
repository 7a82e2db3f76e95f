import { describe, expect, it } from '@jest/globals';
import { decide } from '../evaluation/decide.ts';
import type { RequestContext } from '../evaluation/access-request.ts';
import { MOST_POLICY_CHARACTERS, policySize } from '../policy/policy-size.ts';
import type { PolicyDocument } from '../policy/policy-document.ts';
import { renderPolicyDocument } from '../policy/render-policy-document.ts';
import { iamRole } from '../principal/role.ts';
import { keyPolicy } from '../resource-policy/key-policy.ts';
import { repositoryPolicy } from '../resource-policy/repository-policy.ts';
import { ciRolePolicy, type CiRolePolicyOptions } from './ci-role-policy.ts';

const DEV = '111122223333';
const PROD = '444455556666';
const VERBS = ['plan', 'apply', 'push', 'promote'] as const;
type Verb = (typeof VERBS)[number];

const repository = (account: string, name = 'api', region = 'us-east-1') =>
  `arn:aws:ecr:${region}:${account}:repository/${name}`;

/** Two registries, nothing special. */
const dev: Omit<CiRolePolicyOptions, 'verb'> = {
  environment: 'dev',
  account: DEV,
  regions: ['ap-southeast-1', 'us-east-1', 'us-west-2'],
  state: { bucket: `state-${DEV}`, key: 'dev/terraform.tfstate' },
  repositories: [{ arn: repository(DEV), access: 'pullPush' }],
  ownedRoleNames: ['slipway-dev-ecr-templates'],
};

/** Everything that an environment can have, and grants of the environment before it: more than it may use. */
const prod: Omit<CiRolePolicyOptions, 'verb'> = {
  environment: 'prod',
  account: PROD,
  regions: ['ap-southeast-1', 'us-east-1', 'us-west-2', 'eu-west-1'],
  state: { bucket: `state-${PROD}`, key: 'prod/terraform.tfstate' },
  repositories: [
    { arn: repository(PROD), access: 'pullPush' },
    { arn: repository(DEV), access: 'pullPush' },
    { arn: repository(DEV, 'uploads'), access: 'push' },
  ],
  ownedRoleNames: ['slipway-prod-ecr-templates'],
  topics: ['ecr-events'],
  publicRepositories: ['slipway/tool'],
  enhancedScanning: true,
};

const ENVIRONMENTS = { dev, prod } as const;

/** Action, resource and, where it differs from a request in us-east-1, its context. */
type Call = readonly [action: string, resource: string, context?: RequestContext];

interface Asked {
  readonly verb: Verb;
  readonly options: Omit<CiRolePolicyOptions, 'verb'>;
  /** Policy of the resource. @default the account's key policy for keys, else none */
  readonly resource?: PolicyDocument;
}

function ask({ verb, options, resource }: Asked, [action, arn, context = {}]: Call) {
  const ofKey =
    arn.includes(':key/') || arn.includes(':alias/')
      ? keyPolicy({ account: options.account, region: 'us-east-1' })
      : undefined;
  const policy = resource ?? ofKey;
  return decide(
    {
      caller: { kind: 'role', account: options.account, name: `slipway-${verb}` },
      action,
      resource: arn,
      context: { 'aws:RequestedRegion': 'us-east-1', ...context },
    },
    { identity: [ciRolePolicy({ ...options, verb })], ...(policy === undefined ? {} : { resource: policy }) },
  );
}

const TEMPLATE = 'slipway-prod-ecr-templates';
const role = (name: string) => `arn:aws:iam::${PROD}:role/${name}`;
const key = `arn:aws:kms:us-east-1:${PROD}:key/1234abcd`;
const alias = `arn:aws:kms:us-east-1:${PROD}:alias/prod-ecr`;
const topic = `arn:aws:sns:us-east-1:${PROD}:ecr-events`;
const rule = `arn:aws:events:us-east-1:${PROD}:rule/ecr-events-push`;
const publicRepository = `arn:aws:ecr-public::${PROD}:repository/slipway/tool`;
const state = `arn:aws:s3:::state-${PROD}/prod/terraform.tfstate`;
const ours = { 'aws:ResourceTag/Environment': 'prod' };
const viaEcr = { 'kms:ViaService': 'ecr.us-east-1.amazonaws.com' };

function calls(resource: string, actions: string, context?: RequestContext): Call[] {
  return actions.split(' ').map((action) => (context === undefined ? [action, resource] : [action, resource, context]));
}

/** What the AWS provider calls to read each type that a stack may have, and what the S3 backend does for a plan. */
const READS: readonly Call[] = [
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
const WRITES: readonly Call[] = [
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

const UPLOADS = 'ecr:InitiateLayerUpload ecr:UploadLayerPart ecr:CompleteLayerUpload ecr:PutImage';
const DOWNLOADS = 'ecr:BatchGetImage ecr:GetDownloadUrlForLayer';

/** What no role of CI may ever do. */
const NEVER: readonly Call[] = [
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

const elsewhere = { 'aws:RequestedRegion': 'sa-east-1' };
const FAR_AWAY: readonly Call[] = [...READS, ...WRITES]
  .filter(([action]) => /^(ecr|sns|events|inspector2):/.test(action))
  .map(([action, resource]) => [action, resource.replace('us-east-1', 'sa-east-1'), elsewhere]);

const readable = ([action, resource, context]: Call) =>
  [`${action} ${resource} ${JSON.stringify(context ?? {})}`, [action, resource, context]] as const;

describe('the plan role', () => {
  it.each(READS.map(readable))('can %s', (_, call) => {
    expect(ask({ verb: 'plan', options: prod }, call as Call)).toMatchObject({ allowed: true });
  });

  it.each(WRITES.map(readable).filter(([, [action]]) => action !== 'kms:DescribeKey'))('cannot %s', (_, call) => {
    expect(ask({ verb: 'plan', options: prod }, call as Call)).toMatchObject({ allowed: false });
  });

  it.each(calls(repository(PROD), `${UPLOADS} ${DOWNLOADS} ecr:StartImageScan`).map(readable))(
    'cannot %s',
    (_, call) => {
      expect(ask({ verb: 'plan', options: prod }, call as Call)).toMatchObject({ allowed: false });
    },
  );

  it('cannot log in to a registry', () => {
    expect(ask({ verb: 'plan', options: prod }, ['ecr:GetAuthorizationToken', '*']).allowed).toBe(false);
  });
});

describe('the apply role', () => {
  it.each([...READS, ...WRITES].map(readable))('can %s', (_, call) => {
    expect(ask({ verb: 'apply', options: prod }, call as Call)).toMatchObject({ allowed: true });
  });

  it.each(calls(repository(PROD), `${UPLOADS} ${DOWNLOADS} ecr:BatchDeleteImage`).map(readable))(
    'cannot %s, not even when it lets itself in by the policy of the repository',
    (_, call) => {
      const resource = repositoryPolicy([{ principal: iamRole('slipway-apply'), access: 'pullPush' }], {
        account: PROD,
      })!;
      expect(ask({ verb: 'apply', options: prod, resource }, call as Call).because).toBe(
        'statement "DenyImagesAndRoles" denies it',
      );
    },
  );

  it('cannot assume a role, not even one whose trust it changed to name it', () => {
    const resource: PolicyDocument = {
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Principal: { AWS: role('slipway-apply') }, Action: 'sts:AssumeRole' }],
    };
    expect(ask({ verb: 'apply', options: prod, resource }, ['sts:AssumeRole', role(TEMPLATE)]).allowed).toBe(false);
  });

  it('cannot do anything outside the regions of the environment', () => {
    for (const call of FAR_AWAY)
      expect([call, ask({ verb: 'apply', options: prod }, call).allowed]).toEqual([call, false]);
  });

  it('has nothing to do with topics, public repositories and Inspector where the environment has none', () => {
    const has = renderPolicyDocument(ciRolePolicy({ ...dev, verb: 'apply' }));
    for (const service of ['sns:', 'events:', 'ecr-public:', 'inspector2:']) expect(has).not.toContain(service);
  });
});

describe('the push role', () => {
  const can = (call: Call) => ask({ verb: 'push', options: dev }, call).allowed;

  it.each(
    [
      ...calls(repository(DEV), `${UPLOADS} ${DOWNLOADS} ecr:BatchCheckLayerAvailability ecr:DescribeImages`),
      ...calls(
        repository(DEV),
        'ecr:StartImageScan ecr:DescribeImageScanFindings ecr:ListImages ecr:DescribeRepositories',
      ),
      ...calls('*', 'ecr:GetAuthorizationToken'),
    ].map(readable),
  )('can %s', (_, call) => {
    expect(can(call as Call)).toBe(true);
  });

  it.each(
    [
      ...calls(
        repository(DEV),
        'ecr:BatchDeleteImage ecr:DeleteRepository ecr:SetRepositoryPolicy ecr:DeleteRepositoryPolicy',
      ),
      ...calls(
        repository(DEV),
        'ecr:PutLifecyclePolicy ecr:PutImageTagMutability ecr:CreateRepository ecr:TagResource',
      ),
      ...calls(repository(DEV, 'other'), `${UPLOADS} ${DOWNLOADS} ecr:StartImageScan ecr:DescribeImages`),
      ...calls(repository(DEV, 'api-evil'), `${UPLOADS} ${DOWNLOADS}`),
      ...calls(repository(DEV, 'api', 'us-west-2'), `${UPLOADS} ${DOWNLOADS}`),
      ...calls(repository(PROD), `${UPLOADS} ${DOWNLOADS}`),
      ...calls(`arn:aws:s3:::state-${DEV}/dev/terraform.tfstate`, 's3:GetObject s3:PutObject'),
      ...calls('*', 'ecr:PutRegistryPolicy ecr:PutReplicationConfiguration kms:CreateKey'),
    ].map(readable),
  )('cannot %s', (_, call) => {
    expect(can(call as Call)).toBe(false);
  });

  it('pulls, and neither scans nor uploads, where it was granted a pull alone', () => {
    const options = { ...dev, repositories: [{ arn: repository(DEV), access: 'pull' }] } as const;
    for (const call of calls(repository(DEV), DOWNLOADS))
      expect(ask({ verb: 'push', options }, call).allowed).toBe(true);
    for (const call of calls(repository(DEV), `${UPLOADS} ecr:StartImageScan`))
      expect(ask({ verb: 'push', options }, call).allowed).toBe(false);
  });
});

describe('the promote role', () => {
  const source = repositoryPolicy([{ principal: iamRole('slipway-promote', PROD), access: 'pullPush' }], {
    account: DEV,
  })!;

  it('downloads from the account before and uploads to its own', () => {
    for (const call of calls(repository(DEV), DOWNLOADS)) {
      expect(ask({ verb: 'promote', options: prod, resource: source }, call).allowed).toBe(true);
    }
    for (const call of calls(repository(PROD), UPLOADS))
      expect(ask({ verb: 'promote', options: prod }, call).allowed).toBe(true);
  });

  it('never uploads to the account before, even where that one grants it', () => {
    for (const call of [...calls(repository(DEV), UPLOADS), ...calls(repository(DEV, 'uploads'), UPLOADS)]) {
      expect(ask({ verb: 'promote', options: prod, resource: source }, call).allowed).toBe(false);
    }
  });
});

describe.each(VERBS)('every role of CI: %s', (verb) => {
  it.each(NEVER.map(readable))('cannot %s', (_, call) => {
    expect(ask({ verb, options: prod }, call as Call)).toMatchObject({ allowed: false });
  });

  /** No resource in the Service Authorization Reference. */
  const WITHOUT_RESOURCE = [
    /^ecr:(GetAuthorizationToken|DescribeRegistry|(Get|Put)AccountSetting|PutReplicationConfiguration)$/,
    /^ecr:(Get|Put|Delete)RegistryPolicy$/,
    /^ecr:(Get|Put)RegistryScanningConfiguration$/,
    /^ecr:(Create|Delete|Update|Describe)PullThroughCacheRules?$/,
    /^ecr:(Create|Delete|Update|Describe)RepositoryCreationTemplates?$/,
    /^kms:(CreateKey|ListAliases)$/,
    /^sns:((Get|Set)SubscriptionAttributes|Unsubscribe)$/,
    /^inspector2:(Enable|Disable|ListAccountPermissions)$/,
  ];

  it.each(Object.entries(ENVIRONMENTS))(
    'names every action, and every resource that an action has, in %s',
    (_, options) => {
      for (const { Effect, Action, Resource } of ciRolePolicy({ ...options, verb }).Statement) {
        const actions = [Action].flat();
        for (const action of actions) expect(action).not.toMatch(/[*?]/);
        if (Effect === 'Allow' && [Resource].flat().includes('*')) {
          for (const action of actions)
            expect(WITHOUT_RESOURCE.some((known) => known.test(action)) || action).toBe(true);
        }
      }
    },
  );

  it.each(Object.entries(ENVIRONMENTS))(
    'fits an inline policy, with a different id for each statement, in %s',
    (_, options) => {
      const policy = ciRolePolicy({ ...options, verb });
      const sids = policy.Statement.map(({ Sid }) => Sid);
      expect(policySize(policy)).toBeLessThanOrEqual(MOST_POLICY_CHARACTERS);
      expect(new Set(sids).size).toBe(sids.length);
      for (const sid of sids) expect(sid).toMatch(/^[A-Za-z0-9]+$/);
    },
  );

  it('is the same text for the same input in any order', () => {
    const shuffled = {
      ...prod,
      regions: [...prod.regions].reverse(),
      repositories: [...prod.repositories, ...prod.repositories].reverse(),
    };
    expect(renderPolicyDocument(ciRolePolicy({ ...shuffled, verb }))).toBe(
      renderPolicyDocument(ciRolePolicy({ ...prod, verb })),
    );
  });
});
