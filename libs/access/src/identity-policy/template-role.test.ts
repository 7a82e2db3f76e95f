import { describe, expect, it } from '@jest/globals';
import { decide } from '../evaluation/decide.ts';
import type { RequestContext } from '../evaluation/access-request.ts';
import { templateRolePolicy, templateRoleTrust } from './template-role.ts';

const account = '111122223333';
const keyArn = `arn:aws:kms:us-west-2:${account}:key/1234abcd`;

function mayAssume(service: string, context: RequestContext = {}): boolean {
  const resource = `arn:aws:iam::${account}:role/slipway-dev-ecr-templates`;
  const request = { caller: { kind: 'service', service }, action: 'sts:AssumeRole', resource, context } as const;
  return decide(request, { resource: templateRoleTrust({ account }) }).allowed;
}

describe('templateRoleTrust', () => {
  it('lets ECR assume the role, as in the ECR user guide', () => {
    expect(mayAssume('ecr.amazonaws.com')).toBe(true);
    expect(mayAssume('ecr.amazonaws.com', { 'aws:SourceAccount': account })).toBe(true);
  });

  it('refuses other services, and ECR when it says that it works for another account', () => {
    expect(mayAssume('lambda.amazonaws.com')).toBe(false);
    expect(mayAssume('ecr.amazonaws.com', { 'aws:SourceAccount': '444455556666' })).toBe(false);
  });
});

describe('templateRolePolicy', () => {
  it('allows what the ECR user guide lists, in this account and on these keys only', () => {
    expect(templateRolePolicy({ account, keyArns: [keyArn, keyArn] }).Statement).toEqual([
      {
        Sid: 'AllowCreation',
        Effect: 'Allow',
        Action: ['ecr:CreateRepository', 'ecr:ReplicateImage', 'ecr:TagResource'],
        Resource: 'arn:aws:ecr:*:111122223333:repository/*',
      },
      {
        Sid: 'AllowKeys',
        Effect: 'Allow',
        Action: ['kms:CreateGrant', 'kms:DescribeKey', 'kms:RetireGrant'],
        Resource: [keyArn],
      },
    ]);
  });

  it('has nothing to do with keys where templates have none', () => {
    expect(templateRolePolicy({ account, keyArns: [] }).Statement.map(({ Sid }) => Sid)).toEqual(['AllowCreation']);
  });
});
