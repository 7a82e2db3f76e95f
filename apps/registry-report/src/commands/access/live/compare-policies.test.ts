import { describe, expect, it } from '@jest/globals';
import { comparePolicies } from './compare-policies.ts';

const ci = 'arn:aws:iam::111122223333:role/ci';
const push = { Effect: 'Allow', Principal: { AWS: ci }, Action: ['ecr:PutImage', 'ecr:InitiateLayerUpload'] };
const declared = policy(push);

function policy(...Statement: readonly object[]): string {
  return JSON.stringify({ Version: '2012-10-17', Statement });
}

function found(inForce: string | undefined): string[] {
  return comparePolicies({ declared, inForce }).map(({ rule, message }) => `${rule}: ${message}`);
}

describe('comparePolicies', () => {
  it.each([
    ['the same text', policy(push)],
    ['other order, other Sids', policy({ Sid: 'x', ...push, Action: [...push.Action].reverse() })],
    ['one statement for each action', policy(...push.Action.map((Action) => ({ ...push, Action })))],
    [
      'actions in another case, as IAM takes them',
      policy({ ...push, Action: ['ECR:putimage', 'ecr:initiatelayerupload'] }),
    ],
  ])('finds nothing in %s', (_, inForce) => {
    expect(found(inForce)).toEqual([]);
  });

  it('finds that nobody is let in where there is no policy', () => {
    expect(found(undefined)).toEqual([
      'access-missing: "role ci of 111122223333" may not ecr:InitiateLayerUpload, ecr:PutImage, which the spec grants',
    ]);
  });

  it('finds an action too many and one too few', () => {
    expect(found(policy({ ...push, Action: ['ecr:PutImage', 'ecr:BatchDeleteImage'] }))).toEqual([
      'access-undeclared: "role ci of 111122223333" may also ecr:BatchDeleteImage',
      'access-missing: "role ci of 111122223333" may not ecr:InitiateLayerUpload, which the spec grants',
    ]);
  });

  it('takes a wildcard for more, and not for less', () => {
    expect(found(policy({ ...push, Action: 'ecr:*' }))).toEqual([
      'access-undeclared: "role ci of 111122223333" may also ecr:*',
    ]);
  });

  it.each([
    ['everyone', { Principal: '*' }, 'everyone'],
    ['everyone as AWS writes it', { Principal: { AWS: '*' } }, 'everyone'],
    ['an account', { Principal: { AWS: 'arn:aws:iam::444455556666:root' } }, 'account 444455556666'],
    ['a user', { Principal: { AWS: 'arn:aws:iam::444455556666:user/x' } }, 'arn:aws:iam::444455556666:user/x'],
    ['a role that is gone', { Principal: { AWS: 'AROAFAKEFAKEFAKEFAKE1' } }, 'AROAFAKEFAKEFAKEFAKE1'],
    ['a service', { Principal: { Service: 'lambda.amazonaws.com' } }, 'service lambda.amazonaws.com'],
    [
      'an organisation',
      { Principal: '*', Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' } } },
      'everyone if aws:PrincipalOrgID StringEquals o-a1b2c3d4e5',
    ],
  ])('names %s that was let in beside the spec', (_, who, words) => {
    const extra = { Effect: 'Allow', Action: 'ecr:BatchGetImage', ...who };
    expect(found(policy(push, extra))).toEqual([`access-undeclared: "${words}" may also ecr:BatchGetImage`]);
  });

  it('takes the same principal under another condition for somebody else', () => {
    const Condition = { StringEquals: { 'aws:SourceVpce': 'vpce-1' } };
    expect(found(policy({ ...push, Condition })).map((finding) => finding.split(':')[0])).toEqual([
      'access-undeclared',
      'access-missing',
    ]);
  });

  it('reports a denial, which wins over every grant', () => {
    expect(found(policy(push, { Effect: 'Deny', Principal: '*', Action: 'ecr:PutImage' }))).toEqual([
      'access-denied: "everyone" is denied ecr:PutImage',
    ]);
  });

  it('reports a statement that it does not understand instead of leaving it out', () => {
    const statement = { Effect: 'Allow', NotPrincipal: { AWS: ci }, Action: 'ecr:PutImage' };
    expect(found(policy(push, statement))).toEqual([
      `access-unreadable: the policy in force has a statement of its own: ${JSON.stringify(statement)}`,
    ]);
  });

  it.each(['', 'null', '[]', '{"Statement":'])('reports %j, which is no policy', (inForce) => {
    expect(found(inForce)).toEqual([`access-unreadable: the policy in force is no policy: "${inForce}"`]);
  });
});
