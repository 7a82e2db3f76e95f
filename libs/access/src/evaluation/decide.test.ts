import { describe, expect, it } from '@jest/globals';
import type { PolicyDocument, PolicyStatement } from '../policy/policy-document.ts';
import { keyPolicy } from '../resource-policy/key-policy.ts';
import { repositoryPolicy } from '../resource-policy/repository-policy.ts';
import { identityPolicy } from '../identity-policy/identity-policy.ts';
import { awsAccount } from '../principal/account.ts';
import { iamRole } from '../principal/role.ts';
import { awsService } from '../principal/service.ts';
import type { AccessRequest, Caller } from './access-request.ts';
import { decide } from './decide.ts';

const account = '111122223333';
const other = '444455556666';
const arn = `arn:aws:ecr:us-east-1:${account}:repository/api`;
const keyArn = `arn:aws:kms:us-east-1:${account}:key/1234abcd`;
const nodes: Caller = { kind: 'role', account, name: 'nodes' };
const foreign: Caller = { kind: 'role', account: other, name: 'nodes' };

function document(...statements: readonly PolicyStatement[]): PolicyDocument {
  return { Version: '2012-10-17', Statement: statements };
}

const anything = document({ Effect: 'Allow', Action: '*', Resource: '*' });
const pulls = identityPolicy([{ repositoryArn: arn, access: 'pull' }]);

function pull(caller: Caller, more: Partial<AccessRequest> = {}): AccessRequest {
  return { caller, action: 'ecr:BatchGetImage', resource: arn, ...more };
}

describe('decide, within an account', () => {
  it('allows what either policy allows, and refuses what none does', () => {
    const resource = repositoryPolicy([{ principal: iamRole('nodes'), access: 'pull' }], { account })!;
    expect(decide(pull(nodes), { resource }).allowed).toBe(true);
    expect(decide(pull(nodes), { identity: [pulls] }).allowed).toBe(true);
    expect(decide(pull(nodes), {})).toEqual({ allowed: false, because: 'no statement allows it' });
  });

  it('names the statement that decided', () => {
    const resource = repositoryPolicy([{ principal: iamRole('nodes'), access: 'pull' }], { account })!;
    expect(decide(pull(nodes), { resource })).toMatchObject({
      because: 'statement "AllowPull" of the resource policy allows it',
      statement: resource.Statement[0],
    });
  });

  it('takes the account in a resource policy for a reference to identity policies, not for everyone in it', () => {
    const resource = repositoryPolicy([{ principal: awsAccount(account), access: 'pull' }], { account })!;
    expect(decide(pull(nodes), { resource }).allowed).toBe(false);
    expect(decide(pull(nodes), { resource, identity: [pulls] }).allowed).toBe(true);
  });

  it('compares actions whatever their case, and roles by their whole name', () => {
    const resource = document({
      Effect: 'Allow',
      Principal: { AWS: `arn:aws:iam::${account}:role/nodes` },
      Action: 'ECR:batchget*',
    });
    expect(decide(pull(nodes), { resource }).allowed).toBe(true);
    expect(decide(pull({ ...nodes, name: 'nodes-evil' }), { resource }).allowed).toBe(false);
    expect(decide(pull({ ...nodes, name: 'path/nodes' }), { resource }).allowed).toBe(false);
  });

  it('lets an explicit denial win over every allow', () => {
    const denial = document({ Sid: 'NoPull', Effect: 'Deny', Principal: '*', Action: 'ecr:*' });
    expect(decide(pull(nodes), { identity: [anything], resource: denial })).toMatchObject({
      allowed: false,
      because: 'statement "NoPull" denies it',
    });
  });

  it('matches ? with one character and * with any, in resources too', () => {
    const on = (Resource: string) => ({ identity: [document({ Effect: 'Allow', Action: 'ecr:*', Resource })] });
    expect(decide(pull(nodes), on(`arn:aws:ecr:us-east-?:${account}:repository/a*`)).allowed).toBe(true);
    expect(decide(pull(nodes), on(`arn:aws:ecr:us-east-??:${account}:repository/a*`)).allowed).toBe(false);
    expect(decide(pull(nodes), on(`arn:aws:ecr:us-east-1:${account}:repository/a.i`)).allowed).toBe(false);
  });
});

describe('decide, between accounts', () => {
  const resource = repositoryPolicy([{ principal: iamRole('nodes', other), access: 'pull' }], { account })!;

  it('refuses a role of another account that only the repository lets in', () => {
    expect(decide(pull(foreign), { resource })).toEqual({
      allowed: false,
      because: 'the identity policies of the other account do not allow it as well',
    });
  });

  it('refuses a role that only its own account lets out', () => {
    expect(decide(pull(foreign), { identity: [anything] })).toEqual({
      allowed: false,
      because: 'the policy of the resource does not let the other account in',
    });
  });

  it('allows it when both do', () => {
    expect(decide(pull(foreign), { identity: [pulls], resource }).allowed).toBe(true);
  });

  it('reads the account of a resource without one in its ARN from the request', () => {
    const bucket = { action: 's3:GetObject', resource: 'arn:aws:s3:::models/a' };
    expect(decide(pull(nodes, bucket), { identity: [anything] }).allowed).toBe(true);
    expect(decide(pull(nodes, { ...bucket, resourceAccount: other }), { identity: [anything] }).allowed).toBe(false);
  });
});

describe('decide, for keys and roles', () => {
  it('asks the policy of the key, whatever the identity policies say', () => {
    const request = pull(nodes, { action: 'kms:Decrypt', resource: keyArn });
    const closed = document({
      Effect: 'Allow',
      Principal: { AWS: `arn:aws:iam::${account}:role/admin` },
      Action: 'kms:*',
    });
    expect(decide(request, { identity: [anything], resource: closed }).allowed).toBe(false);
    const delegated = keyPolicy({ account, region: 'us-east-1' });
    expect(decide(request, { identity: [anything], resource: delegated }).allowed).toBe(true);
    expect(decide(request, { resource: delegated }).allowed).toBe(false);
  });

  it('lets no one assume a role whose trust does not name them or their account', () => {
    const request = pull(nodes, { action: 'sts:AssumeRole', resource: `arn:aws:iam::${account}:role/admin` });
    expect(decide(request, { identity: [anything] }).allowed).toBe(false);
    const trust = document({ Effect: 'Allow', Principal: { AWS: account }, Action: 'sts:AssumeRole' });
    expect(decide(request, { identity: [anything], resource: trust }).allowed).toBe(true);
  });
});

describe('decide, for services', () => {
  const resource = repositoryPolicy([{ principal: awsService('lambda'), access: 'pull' }], { account })!;
  const lambda: Caller = { kind: 'service', service: 'lambda.amazonaws.com' };
  const onBehalfOf = (owner: string) => ({
    context: { 'aws:SourceArn': `arn:aws:lambda:us-east-1:${owner}:function:resize` },
  });

  it('lets a service pull for a function of the account that it was granted for', () => {
    expect(decide(pull(lambda, onBehalfOf(account)), { resource }).allowed).toBe(true);
  });

  it('refuses a confused deputy: the same service for a function of someone else, or of nobody', () => {
    expect(decide(pull(lambda, onBehalfOf(other)), { resource }).allowed).toBe(false);
    expect(decide(pull(lambda, onBehalfOf(`${other}:function:x:${account}`)), { resource }).allowed).toBe(false);
    expect(decide(pull(lambda), { resource }).allowed).toBe(false);
  });

  it('refuses another service for a function of the account', () => {
    const sageMaker: Caller = { kind: 'service', service: 'sagemaker.amazonaws.com' };
    expect(decide(pull(sageMaker, onBehalfOf(account)), { resource }).allowed).toBe(false);
  });
});

describe('decide, for what it does not know', () => {
  const cases: readonly (readonly [string, Partial<PolicyStatement>])[] = [
    ['operator "NumericLessThan"', { Condition: { NumericLessThan: { 'aws:MultiFactorAuthAge': '60' } } }],
    ['operator "ForAllValues:StringEquals"', { Condition: { 'ForAllValues:StringEquals': { 'aws:TagKeys': 'a' } } }],
    ['condition key "aws:UserAgent"', { Condition: { StringEquals: { 'aws:UserAgent': 'terraform' } } }],
    ['element "NotResource"', { NotResource: 'arn:aws:ecr:*' } as Partial<PolicyStatement>],
    ['a policy variable', { Condition: { StringEquals: { 'aws:PrincipalAccount': '${aws:SourceAccount}' } } }],
    ['principal of kind "CanonicalUser"', { Principal: { CanonicalUser: '79a59df900b949e5' } }],
  ];

  it.each(cases)('does not let an Allow apply: %s', (unknown, part) => {
    const resource = document({ Sid: 'Odd', Effect: 'Allow', Principal: '*', Action: 'ecr:*', ...part });
    const decision = decide(pull(nodes), { resource });
    expect(decision.allowed).toBe(false);
    expect(decision.because).toContain(`statement "Odd" has ${unknown}`);
  });

  it.each(cases)('lets a Deny apply: %s', (unknown, part) => {
    const resource = document({ Sid: 'Odd', Effect: 'Deny', Principal: '*', Action: 'ecr:*', ...part });
    const decision = decide(pull(nodes), { resource, identity: [anything] });
    expect(decision.allowed).toBe(false);
    expect(decision.because).toContain(`not known is ${unknown}`);
  });

  it('ignores it in a statement that is about something else', () => {
    const odd = document({ Effect: 'Deny', Principal: '*', Action: 's3:*', Condition: { Odd: { 'a:b': 'c' } } });
    expect(decide(pull(nodes), { resource: odd, identity: [pulls] }).allowed).toBe(true);
  });

  it('takes a known key that the request does not have for a condition that does not hold, unless it says "if exists"', () => {
    const when = (operator: string) =>
      document({
        Effect: 'Allow',
        Action: 'ecr:*',
        Resource: '*',
        Condition: { [operator]: { 'aws:RequestedRegion': 'us-east-1' } },
      });
    expect(decide(pull(nodes), { identity: [when('StringEquals')] }).allowed).toBe(false);
    expect(decide(pull(nodes), { identity: [when('StringEqualsIfExists')] }).allowed).toBe(true);
    const elsewhere = pull(nodes, { context: { 'aws:RequestedRegion': 'eu-west-1' } });
    expect(decide(elsewhere, { identity: [when('StringEqualsIfExists')] }).allowed).toBe(false);
  });
});
