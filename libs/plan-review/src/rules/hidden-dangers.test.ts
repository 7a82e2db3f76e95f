import { describe, expect, it } from '@jest/globals';
import { foundIn, planText, reviewOf } from '../testing/plan-json.ts';
import type { TestChange } from '../testing/plan-json.ts';

const OPEN = { Effect: 'Allow', Principal: '*', Action: 'ecr:BatchGetImage' };
const POLICY = 'aws_ecr_repository_policy';

function repositoryPolicy(policy: string): TestChange {
  return { type: POLICY, actions: ['create'], after: { repository: 'api', policy } };
}

function identityPolicy(statement: object): string[] {
  const policy = JSON.stringify({ Version: '2012-10-17', Statement: { Effect: 'Allow', ...statement } });
  return foundIn({ type: 'aws_iam_role_policy', actions: ['create'], after: { role: 'ci', policy } });
}

describe('an open policy', () => {
  it.each([
    [
      'with escapes in its names, which JSON allows',
      JSON.stringify({ Statement: OPEN }).replace('Statement', '\\u0053tatement'),
    ],
    ['after white space', `\n\t ${JSON.stringify({ Statement: OPEN })}`],
    ['after a byte order mark', `\uFEFF${JSON.stringify({ Statement: OPEN })}`],
  ])('is found %s', (_, policy) => {
    expect(foundIn(repositoryPolicy(policy)).join()).toMatch(/^error policy-(open|unknown)/);
  });

  it('is found deep in a resource', () => {
    const policy = JSON.stringify({ Statement: OPEN });
    const after = { a: [{ b: [{ c: [{ d: [{ e: { document: policy } }] }] }] }] };
    expect(foundIn({ type: 'acme_thing', actions: ['create'], after })).toEqual(['error policy-open']);
  });
});

describe('an administrator', () => {
  it.each([
    ['every action of every service', { Action: '*:*', Resource: '*' }],
    ['two stars', { Action: '**', Resource: '*' }],
    ['every ARN', { Action: '*', Resource: 'arn:aws:*' }],
    ['every resource but one', { Action: '*', NotResource: 'arn:aws:s3:::one' }],
    ['every action but one', { NotAction: 'iam:DeleteUser', Resource: '*' }],
  ])('is made by %s', (_, statement) => {
    expect(identityPolicy(statement)).toEqual(['error wildcard-actions']);
  });

  it.each([
    ['a whole service', { Action: 'ECR:*', Resource: '*' }],
    ['services whose names begin alike', { Action: 's*:*', Resource: '*' }],
    ['a service by two stars', { Action: 'iam:**', Resource: '*' }],
    ['everything on one resource', { Action: '*', Resource: 'arn:aws:s3:::one' }],
  ])('is none, and wants attention, by %s', (_, statement) => {
    expect(identityPolicy(statement)).toEqual(['warning wildcard-actions']);
  });

  it("is found by the ARN of AWS's policy in any type of resource, where it is new", () => {
    const arn = 'arn:aws-cn:iam::aws:policy/AdministratorAccess';
    const after = { role_name: 'ci', policy_arns: [arn] };
    expect(foundIn({ type: 'aws_iam_role_policy_attachments_exclusive', actions: ['create'], after })).toEqual([
      'error administrator',
    ]);
    expect(foundIn({ type: 'aws_ssoadmin_managed_policy_attachment', before: after, after })).toEqual([]);
  });

  it('may be one that is only known after the apply', () => {
    const change = { type: 'aws_iam_user_policy_attachments_exclusive', actions: ['create'], after: {} };
    expect(foundIn({ ...change, unknown: { policy_arns: true } })).toEqual(['error administrator']);
  });

  it('may be whoever loses a permissions boundary', () => {
    const boundary = { permissions_boundary: 'arn:aws:iam::111122223333:policy/limit' };
    const role = { name: 'ci' };
    expect(foundIn({ type: 'aws_iam_role', before: { ...role, ...boundary }, after: role })).toEqual([
      'warning boundary-removed',
    ]);
    expect(
      foundIn({ type: 'aws_iam_user', before: { ...role, ...boundary }, after: { ...role, ...boundary } }),
    ).toEqual([]);
    const unknown = { permissions_boundary: true };
    expect(foundIn({ type: 'aws_iam_role', before: { ...role, ...boundary }, after: role, unknown })).toEqual([
      'warning boundary-removed',
    ]);
  });
});

describe('a policy that is put on another resource', () => {
  const policy = JSON.stringify({ Statement: OPEN });
  const actions = ['delete', 'create'];

  it('is new there, however old it is', () => {
    const change = {
      type: POLICY,
      actions,
      before: { repository: 'public', policy },
      after: { repository: 'secret', policy },
    };
    const { findings, stacks } = reviewOf(planText([replaced(change, [['repository']])]));
    expect(findings.map(({ rule, severity }) => `${severity} ${rule}`)).toContain('error policy-open');
    expect(stacks[0]?.changes[0]?.words).toContainEqual(expect.stringMatching(/^everyone can now .* on secret/));
  });

  it('is no news where only the policy is put anew', () => {
    const before = { repository: 'api', policy };
    const change = { type: POLICY, actions, before, after: { ...before, policy: `${policy} ` } };
    expect(reviewOf(planText([replaced(change, [['policy']])])).findings.map(({ rule }) => rule)).toEqual([
      'resource-destroyed',
    ]);
  });

  it('expires other images there', () => {
    const selection = { tagStatus: 'any', countType: 'imageCountMoreThan', countNumber: 1 };
    const rules = JSON.stringify({ rules: [{ rulePriority: 1, selection, action: { type: 'expire' } }] });
    const change = {
      type: 'aws_ecr_lifecycle_policy',
      actions,
      before: { repository: 'old', region: 'us-east-1', policy: rules },
      after: { repository: 'new', region: 'us-east-1', policy: rules },
    };
    const text = planText([replaced(change, [['repository']])]);
    expect(reviewOf(text).findings.map(({ rule, severity }) => `${severity} ${rule}`)).toEqual([
      'warning lifecycle-changed',
    ]);
    const pushedAt = new Date('2026-06-01');
    const images = ['a', 'b'].map((letter) => ({ digest: `sha256:${letter.repeat(64)}`, tags: [letter], pushedAt }));
    const evidence = [{ region: 'us-east-1', repository: 'new', images }];
    const deployments = { environment: 'prod', uses: [], unasked: [] };
    expect(reviewOf(text, { evidence, deployments }).findings[0]?.message).toMatch(/^1 image .* expires within a day$/);
  });
});

/** The same with what forces its replacement. */
function replaced(change: TestChange, replace_paths: readonly (readonly string[])[]): TestChange {
  return { ...change, replacePaths: replace_paths };
}

describe('settings of the bucket with the state', () => {
  const setting = { type: 'aws_s3_bucket_lifecycle_configuration', actions: ['create'] };
  const bucket = {
    type: 'aws_s3_bucket',
    address: 'aws_s3_bucket.state',
    actions: ['create'],
    after: { bucket: 'the-state' },
  };

  it('block where they are new, and the bucket is not', () => {
    expect(foundIn({ ...setting, after: { bucket: 'the-state' } })).toEqual(['error state-touched']);
    expect(foundIn({ ...setting, unknown: { bucket: true } })).toEqual(['error state-touched']);
    expect(foundIn({ ...setting, after: { bucket: 'models' } })).toEqual([]);
  });

  it('are a part of it where the same plan makes or takes over the bucket', () => {
    const found = (one: TestChange) =>
      reviewOf(planText([one, { ...setting, after: { bucket: 'the-state' } }])).findings.map(({ rule }) => rule);
    expect(found(bucket)).toEqual([]);
    const values = { bucket: 'the-state' };
    const imported = { ...bucket, actions: ['no-op'], before: values, importing: { id: 'the-state' } };
    expect(found(imported)).toEqual([]);
    expect(found({ ...bucket, actions: ['no-op'], before: values })).toEqual(['state-touched']);
  });
});

it.each(['aws_kms_external_key', 'aws_kms_replica_key', 'aws_kms_replica_external_key'])(
  '%s counts as a key, too',
  (type) => {
    expect(foundIn({ type, actions: ['delete'] })).toEqual(['error key-destroyed']);
    expect(foundIn({ type, before: { enabled: true }, after: { enabled: false } })).toEqual(['error key-disabled']);
  },
);

describe('parts of a plan that this program does not know', () => {
  // Terraform 1.14 has actions, such as the invocation of a function, which are no changes of resources.
  it('want attention where they hold something', () => {
    const { findings } = reviewOf(planText([], { action_invocations: [{ address: 'action.aws_lambda_invoke.it' }] }));
    expect(findings).toMatchObject([{ rule: 'plan-unfamiliar', severity: 'warning' }]);
    expect(findings[0]?.message).toContain('"action_invocations"');
  });

  it.each([[[]], [{}], [null], [''], [false]])('are left alone where they hold nothing: %j', (part) => {
    expect(reviewOf(planText([], { new_part: part })).findings).toEqual([]);
  });
});
