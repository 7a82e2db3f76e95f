import { describe, expect, it } from '@jest/globals';
import { equivalentPolicy } from './equivalent-policy.ts';

const statement = {
  Sid: 'Pull',
  Effect: 'Allow',
  Principal: { AWS: ['arn:aws:iam::111111111111:role/a', 'arn:aws:iam::111111111111:role/b'] },
  Action: ['ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'],
};
const other = { Sid: 'Push', Effect: 'Allow', Principal: '*', Action: 'ecr:PutImage' };
const policy = (...statements: readonly object[]) => JSON.stringify({ Version: '2012-10-17', Statement: statements });

describe('two policies are one when they differ', () => {
  it.each([
    ['in spaces', policy(statement), JSON.stringify(JSON.parse(policy(statement)), null, 2)],
    ['in the order of actions', policy(statement), policy({ ...statement, Action: statement.Action.toReversed() })],
    [
      'in the order of principals',
      policy(statement),
      policy({ ...statement, Principal: { AWS: statement.Principal.AWS.toReversed() } }),
    ],
    ['in the order of statements', policy(statement, other), policy(other, statement)],
    ['in a list around a single action', policy(other), policy({ ...other, Action: ['ecr:PutImage'] })],
    ['in a list around a single statement', policy(other), JSON.stringify({ Version: '2012-10-17', Statement: other })],
    ['in how everybody is written', policy(other), policy({ ...other, Principal: { AWS: '*' } })],
    [
      'in how an account is written',
      policy({ ...other, Principal: { AWS: '111111111111' } }),
      policy({ ...other, Principal: { AWS: ['arn:aws:iam::111111111111:root'] } }),
    ],
    [
      'in a list around a single condition value',
      policy({ ...other, Condition: { StringEquals: { 'aws:SourceAccount': '111111111111' } } }),
      policy({ ...other, Condition: { StringEquals: { 'aws:SourceAccount': ['111111111111'] } } }),
    ],
  ])('%s', (_, left, right) => {
    expect(equivalentPolicy(left, right)).toBe(true);
    expect(equivalentPolicy(right, left)).toBe(true);
  });
});

describe('two policies are two when they differ', () => {
  it.each([
    ['in effect', policy(other), policy({ ...other, Effect: 'Deny' })],
    ['in an action', policy(statement), policy({ ...statement, Action: ['ecr:BatchGetImage'] })],
    ['in a principal', policy(other), policy({ ...other, Principal: { AWS: '111111111111' } })],
    [
      'in the kind of principal',
      policy({ ...other, Principal: { Service: 'a' } }),
      policy({ ...other, Principal: { AWS: 'a' } }),
    ],
    ['in the number of statements', policy(other), policy(other, statement)],
    ['in a condition', policy(other), policy({ ...other, Condition: { Bool: { 'aws:SecureTransport': 'true' } } })],
    ['in version', policy(other), policy(other).replace('2012', '2008')],
    ['because one is no JSON', policy(other), '{'],
  ])('%s', (_, left, right) => {
    expect(equivalentPolicy(left, right)).toBe(false);
  });
});
