import { describe, expect, it } from '@jest/globals';
import { iamRole } from '../principal/role.ts';
import { repositoryPolicy } from '../resource-policy/repository-policy.ts';
import { ask, titled, type Call } from './testing/ask.ts';
import { calls, DOWNLOADS, UPLOADS } from './testing/calls.ts';
import { DEV, dev, PROD, prod, repository } from './testing/environments.ts';

describe('the push role', () => {
  const can = (call: Call) => ask({ verb: 'push', options: dev }, call).allowed;

  it.each(
    titled([
      ...calls(repository(DEV), `${UPLOADS} ${DOWNLOADS} ecr:BatchCheckLayerAvailability ecr:DescribeImages`),
      ...calls(
        repository(DEV),
        'ecr:StartImageScan ecr:DescribeImageScanFindings ecr:ListImages ecr:DescribeRepositories',
      ),
      ...calls('*', 'ecr:GetAuthorizationToken'),
    ]),
  )('can %s', (_, call) => {
    expect(can(call)).toBe(true);
  });

  it.each(
    titled([
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
    ]),
  )('cannot %s', (_, call) => {
    expect(can(call)).toBe(false);
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
