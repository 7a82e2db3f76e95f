import { describe, expect, it } from '@jest/globals';
import { decide } from '../evaluation/decide.ts';
import type { PolicyDocument } from '../policy/policy-document.ts';
import { tlsOnlyBucketPolicy } from './tls-only-bucket-policy.ts';

const bucket = 'arn:aws:s3:::state-111122223333';
const all: PolicyDocument = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: 's3:*', Resource: '*' }] };

function can(action: string, resource: string, secure: 'true' | 'false'): boolean {
  const caller = { kind: 'role', account: '111122223333', name: 'ci' } as const;
  const request = { caller, action, resource, context: { 'aws:SecureTransport': secure } };
  return decide(request, { identity: [all], resource: tlsOnlyBucketPolicy(bucket) }).allowed;
}

describe('tlsOnlyBucketPolicy', () => {
  it('refuses everyone without TLS, for the bucket and what is in it', () => {
    expect(can('s3:GetObject', `${bucket}/dev/terraform.tfstate`, 'false')).toBe(false);
    expect(can('s3:ListBucket', bucket, 'false')).toBe(false);
  });

  it('leaves requests with TLS to the other policies, and lets nobody in by itself', () => {
    expect(can('s3:GetObject', `${bucket}/dev/terraform.tfstate`, 'true')).toBe(true);
    expect(tlsOnlyBucketPolicy(bucket).Statement.filter(({ Effect }) => Effect === 'Allow')).toEqual([]);
  });
});
