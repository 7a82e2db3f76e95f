import { describe, expect, it } from '@jest/globals';
import { decide } from '../evaluation/decide.ts';
import type { RequestContext } from '../evaluation/access-request.ts';
import type { PolicyDocument } from '../policy/policy-document.ts';
import { organization } from '../principal/organization.ts';
import { iamRole } from '../principal/role.ts';
import { keyPolicy } from './key-policy.ts';

const account = '111122223333';
const key = `arn:aws:kms:us-east-1:${account}:key/1234abcd`;
const resource = keyPolicy({
  account,
  region: 'us-east-1',
  administrators: [iamRole('admin')],
  users: [iamRole('user')],
});
const anything: PolicyDocument = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: 'kms:*', Resource: '*' }],
};
const viaEcr = { 'kms:ViaService': 'ecr.us-east-1.amazonaws.com' };

function can(name: string, action: string, context: RequestContext = {}): boolean {
  return decide({ caller: { kind: 'role', account, name }, action, resource: key, context }, { resource }).allowed;
}

describe('keyPolicy', () => {
  it('leaves the account in control: its identity policies decide for its principals', () => {
    const caller = { kind: 'role', account, name: 'ops' } as const;
    const request = { caller, action: 'kms:ScheduleKeyDeletion', resource: key };
    expect(decide(request, { identity: [anything], resource }).allowed).toBe(true);
    expect(decide(request, { resource }).allowed).toBe(false);
  });

  it('lets administrators manage the key and not use it', () => {
    for (const action of ['kms:PutKeyPolicy', 'kms:ScheduleKeyDeletion', 'kms:EnableKeyRotation', 'kms:TagResource']) {
      expect(can('admin', action)).toBe(true);
    }
    for (const action of ['kms:Decrypt', 'kms:Encrypt', 'kms:GenerateDataKey', 'kms:CreateGrant']) {
      expect(can('admin', action, viaEcr)).toBe(false);
    }
  });

  it('lets users use the key through ECR in its region, and not directly or through another service', () => {
    expect(can('user', 'kms:Decrypt', viaEcr)).toBe(true);
    expect(can('user', 'kms:Decrypt')).toBe(false);
    expect(can('user', 'kms:Decrypt', { 'kms:ViaService': 's3.us-east-1.amazonaws.com' })).toBe(false);
    expect(can('user', 'kms:Decrypt', { 'kms:ViaService': 'ecr.eu-west-1.amazonaws.com' })).toBe(false);
    expect(can('user', 'kms:PutKeyPolicy', viaEcr)).toBe(false);
  });

  it('lets users have ECR make a grant for a repository, and make none themselves', () => {
    expect(can('user', 'kms:CreateGrant', { ...viaEcr, 'kms:GrantIsForAWSResource': 'true' })).toBe(true);
    expect(can('user', 'kms:CreateGrant', viaEcr)).toBe(false);
    expect(can('user', 'kms:CreateGrant', { 'kms:GrantIsForAWSResource': 'true' })).toBe(false);
  });

  it('lets nobody of another account in who was not named', () => {
    const caller = { kind: 'role', account: '444455556666', name: 'admin' } as const;
    const request = { caller, action: 'kms:Decrypt', resource: key, context: viaEcr };
    expect(decide(request, { identity: [anything], resource }).allowed).toBe(false);
  });

  it('keeps the condition on who beside the condition on how', () => {
    const shared = keyPolicy({ account, region: 'us-east-1', users: [organization('o-a1b2c3d4e5')] });
    expect(shared.Statement[1]?.Condition).toEqual({
      StringEquals: { 'aws:PrincipalOrgID': ['o-a1b2c3d4e5'], 'kms:ViaService': 'ecr.us-east-1.amazonaws.com' },
    });
  });

  it('is the default key policy of KMS where nobody is named', () => {
    expect(keyPolicy({ account, region: 'us-east-1' }).Statement).toEqual([
      {
        Sid: 'AllowAccount',
        Effect: 'Allow',
        Principal: { AWS: 'arn:aws:iam::111122223333:root' },
        Action: 'kms:*',
        Resource: '*',
      },
    ]);
  });
});
