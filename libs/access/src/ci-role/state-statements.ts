import type { PolicyStatement } from '../policy/policy-document.ts';
import { allow } from './allow.ts';
import type { StateObject } from './ci-role-policy.ts';

/** What Terraform's S3 backend needs with `use_lockfile` (Terraform docs, "Backend type: s3", permissions); a plan locks the state and leaves it. */
export function stateStatements({ bucket, key }: StateObject, use: 'read' | 'write'): PolicyStatement[] {
  const object = `arn:aws:s3:::${bucket}/${key}`;
  return [
    ...allow('StateBucket', { actions: ['s3:ListBucket'], on: [`arn:aws:s3:::${bucket}`] }),
    ...allow('State', { actions: use === 'read' ? ['s3:GetObject'] : ['s3:GetObject', 's3:PutObject'], on: [object] }),
    ...allow('StateLock', { actions: ['s3:DeleteObject', 's3:GetObject', 's3:PutObject'], on: [`${object}.tflock`] }),
  ];
}
