import { describe, expect, it } from '@jest/globals';
import { foundIn, planText, reviewOf } from '../testing/plan-json.ts';

const type = 'aws_ecr_repository_policy';
const ci = { AWS: 'arn:aws:iam::111122223333:role/ci' };
const PULL = ['ecr:BatchCheckLayerAvailability', 'ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'];

function policy(...statements: readonly object[]): string {
  const Statement = statements.map((one) => ({ Effect: 'Allow', Action: PULL, ...one }));
  return JSON.stringify({ Version: '2012-10-17', Statement });
}

function created(...statements: readonly object[]): string[] {
  return foundIn({ type, actions: ['create'], after: { repository: 'api', policy: policy(...statements) } });
}

describe('a policy', () => {
  it.each([
    ['"*"', { Principal: '*' }],
    ['{ "AWS": "*" }', { Principal: { AWS: '*' } }],
    ['a list with "*"', { Principal: { AWS: ['111122223333', '*'] } }],
    ['everyone but some', { NotPrincipal: ci }],
    [
      '"*" if the organisation is the same, where there is one',
      {
        Principal: '*',
        Condition: { StringEqualsIfExists: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' } },
      },
    ],
    ['"*" of every organisation', { Principal: '*', Condition: { StringLike: { 'aws:PrincipalOrgID': 'o-*' } } }],
    [
      '"*" but an account',
      { Principal: '*', Condition: { StringNotEquals: { 'aws:PrincipalAccount': '111122223333' } } },
    ],
    ['"*" over TLS', { Principal: '*', Condition: { Bool: { 'aws:SecureTransport': 'true' } } }],
  ])('for %s is open to everyone', (_, statement) => {
    expect(created(statement)).toContain('error policy-open');
  });

  it.each([
    ['a role', { Principal: ci }],
    ['an organisation', { Principal: '*', Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' } } }],
    [
      'an organisational unit',
      {
        Principal: '*',
        Condition: { 'ForAnyValue:StringLike': { 'aws:PrincipalOrgPaths': 'o-a1b2c3d4e5/r-ab12/ou-ab12-11111111/*' } },
      },
    ],
    ['nobody', { Effect: 'Deny', Principal: '*' }],
    [
      'a service for one account',
      {
        Principal: { Service: 'sagemaker.amazonaws.com' },
        Condition: { StringEquals: { 'aws:SourceAccount': '111122223333' } },
      },
    ],
  ])('for %s is not', (_, statement) => {
    expect(created(statement)).toEqual([]);
  });

  it.each([
    ['a service without a condition', { Principal: { Service: 'lambda.amazonaws.com' } }, 'warning confused-deputy'],
    ['every action of ECR', { Principal: ci, Action: 'ecr:*' }, 'warning wildcard-actions'],
    [
      'everything but an action',
      { Principal: ci, Action: undefined, NotAction: 'ecr:PutImage' },
      'warning wildcard-actions',
    ],
  ])('for %s wants attention', (_, statement, found) => {
    expect(created(statement)).toEqual([found]);
  });

  it('that is only known after the apply, hidden or not understood counts as open', () => {
    const change = { type, actions: ['create'] };
    expect(foundIn({ ...change, after: {}, unknown: { policy: true } })).toEqual(['error policy-unknown']);
    expect(foundIn({ ...change, after: { policy: policy({ Principal: ci }) }, sensitive: { policy: true } })).toEqual([
      'error policy-unknown',
    ]);
    expect(created({ Principal: ci, Sudo: true })).toEqual(['error policy-unknown']);
  });

  it('that is not known yet wants attention for what is new outside of production', () => {
    const change = { type, after: {}, unknown: { policy: true } };
    expect(foundIn({ ...change, actions: ['create'] }, { production: false })).toEqual(['warning policy-unknown']);
    expect(foundIn(change, { production: false })).toEqual(['error policy-unknown']);
  });

  it("that the configuration does not have is AWS's own, which lets in the account alone", () => {
    const change = { type: 'aws_kms_key', actions: ['create'], unknown: { policy: true } };
    const plan = (expressions: object) => {
      const call = { module: { resources: [{ address: 'aws_kms_key.it', expressions }] } };
      const configuration = { root_module: { module_calls: { keys: call } } };
      return reviewOf(planText([{ ...change, address: 'module.keys["a]b"].aws_kms_key.it[0]' }], { configuration }));
    };
    expect(plan({ description: {} }).verdict).toBe('ok');
    expect(plan({ policy: {} }).verdict).toBe('blocked');
  });

  it('is found in types that nobody has told of', () => {
    const after = { settings: [{ access_policy: policy({ Principal: '*' }) }] };
    expect(foundIn({ type: 'acme_bucket', actions: ['create'], after })).toEqual(['error policy-open']);
    expect(
      foundIn({ type: 'acme_bucket', actions: ['create'], unknown: { settings: [{ access_policy: true }] } }),
    ).toEqual(['error policy-unknown']);
  });

  it('makes an administrator by everything on everything', () => {
    const after = { role: 'ci', policy: policy({ Action: '*', Resource: '*' }) };
    expect(foundIn({ type: 'aws_iam_role_policy', actions: ['create'], after })).toEqual(['error wildcard-actions']);
    const attached = { role: 'ci', policy_arn: 'arn:aws:iam::aws:policy/AdministratorAccess' };
    expect(foundIn({ type: 'aws_iam_role_policy_attachment', actions: ['create'], after: attached })).toEqual([
      'error administrator',
    ]);
  });

  it('of AWS that is wide is no better when a role lists it', () => {
    const after = { name: 'ci', managed_policy_arns: ['arn:aws:iam::aws:policy/AdministratorAccess'] };
    expect(foundIn({ type: 'aws_iam_role', before: { name: 'ci' }, after })).toEqual(['error administrator']);
    expect(foundIn({ type: 'aws_iam_role', before: after, after: { ...after, tags: {} } })).toEqual([]);
  });

  it('of a key may leave the key to its account, as AWS has it by default', () => {
    const root = { Principal: { AWS: 'arn:aws:iam::111122223333:root' }, Action: 'kms:*', Resource: '*' };
    expect(foundIn({ type: 'aws_kms_key', actions: ['create'], after: { policy: policy(root) } })).toEqual([]);
  });
});

describe('a change of a policy', () => {
  function change(before: string, after: string) {
    return reviewOf(
      planText([{ type, before: { repository: 'api', policy: before }, after: { repository: 'api', policy: after } }]),
    );
  }

  it('is told in words, and more access wants attention', () => {
    const PUSH = ['ecr:CompleteLayerUpload', 'ecr:InitiateLayerUpload', 'ecr:PutImage', 'ecr:UploadLayerPart'];
    const review = change(policy({ Principal: ci }), policy({ Principal: ci, Action: [...PULL, ...PUSH] }));
    expect(review.stacks[0]?.changes[0]?.words).toEqual(['role ci of 111122223333 can now push to api']);
    expect(review.findings).toMatchObject([{ rule: 'access-widened', severity: 'warning' }]);
  });

  it('that takes access away is told, and no finding', () => {
    const review = change(policy({ Principal: ci }, { Principal: { AWS: '999999999999' } }), policy({ Principal: ci }));
    expect(review.stacks[0]?.changes[0]?.words).toEqual(['account 999999999999 can no longer pull from api']);
    expect(review.verdict).toBe('ok');
  });

  it('that takes a denial away lets somebody do more', () => {
    const review = change(
      policy({ Principal: ci }, { Effect: 'Deny', Principal: '*', Action: 'ecr:DeleteRepository' }),
      policy({ Principal: ci }),
    );
    expect(review.findings).toMatchObject([
      { message: 'everyone is no longer denied to use ecr:DeleteRepository on api' },
    ]);
  });

  it('says nothing of statements that were as dangerous before', () => {
    const open = { Principal: '*' };
    const review = change(policy(open), policy(open, { Principal: ci }));
    expect(review.findings.map(({ rule }) => rule)).toEqual(['access-widened']);
  });
});

describe('the trust of a role', () => {
  const provider = 'arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com';
  function trust(subject?: string): string {
    const key = 'token.actions.githubusercontent.com:sub';
    return policy({
      Action: 'sts:AssumeRoleWithWebIdentity',
      Principal: { Federated: provider },
      ...(subject === undefined ? {} : { Condition: { StringLike: { [key]: subject } } }),
    });
  }
  const role = (assume_role_policy: string) => ({ name: 'ci', assume_role_policy });

  it.each([[undefined], ['*'], ['repo:*'], ['repo:*/*:ref:refs/heads/main']])(
    'with the subject %s lets in every login',
    (subject) => {
      expect(foundIn({ type: 'aws_iam_role', actions: ['create'], after: role(trust(subject)) })).toContain(
        'error policy-open',
      );
    },
  );

  it('blocks when it changes, and wants attention when it is new', () => {
    const [one, other] = [trust('repo:acme/shop:environment:prod'), trust('repo:acme/shop:environment:dev')];
    expect(foundIn({ type: 'aws_iam_role', before: role(one), after: role(other) })).toContain('error oidc-trust');
    expect(foundIn({ type: 'aws_iam_role', before: role(one), after: { ...role(one), tags: {} } })).toEqual([]);
    expect(foundIn({ type: 'aws_iam_role', actions: ['create'], after: role(one) })).toEqual(['warning oidc-trust']);
  });
});
