import { describe, expect, it } from '@jest/globals';
import type { PolicyDocument } from '../policy/policy-document.ts';
import { ledgerReaderStatements } from '../resource-policy/ledger-readers.ts';
import { ask, titled, type Call } from './testing/ask.ts';
import { calls, UPLOADS, WRITES } from './testing/calls.ts';
import { DEV, PROD, prod, repository } from './testing/environments.ts';

const ledger = (account: string, environment: string) =>
  `arn:aws:s3:::state-${account}/ledger/${environment}/server/00000001.json`;

describe('the audit role', () => {
  const can = (call: Call, resource?: PolicyDocument) =>
    ask({ verb: 'audit', options: prod, ...(resource === undefined ? {} : { resource }) }, call).allowed;

  it.each(
    titled([
      ...calls(repository(PROD), 'ecr:DescribeRepositories ecr:DescribeImages ecr:ListImages ecr:BatchGetImage'),
      ...calls(repository(PROD), 'ecr:DescribeImageScanFindings ecr:StartImageScan'),
      ...calls('*', 'ecr:GetAuthorizationToken ecr:DescribeRegistry ecr:GetRegistryScanningConfiguration'),
      ['s3:GetObject', ledger(PROD, 'prod')],
      ['s3:ListBucket', `arn:aws:s3:::state-${PROD}`, { 's3:prefix': 'ledger/prod/server/' }],
    ]),
  )('can %s', (_, call) => {
    expect(can(call)).toBe(true);
  });

  it.each(
    titled([
      ...calls(repository(PROD), `${UPLOADS} ecr:GetDownloadUrlForLayer ecr:BatchDeleteImage`),
      ...calls(repository(PROD, 'other'), 'ecr:DescribeImages ecr:BatchGetImage ecr:StartImageScan'),
      ...calls(repository(PROD, 'api', 'sa-east-1'), 'ecr:DescribeImages', { 'aws:RequestedRegion': 'sa-east-1' }),
      ...calls(repository(DEV), 'ecr:DescribeImages ecr:BatchGetImage ecr:StartImageScan'),
      ['s3:PutObject', ledger(PROD, 'prod'), { 's3:if-none-match': '*' }],
      ['s3:DeleteObject', ledger(PROD, 'prod')],
      ...calls(`arn:aws:s3:::state-${PROD}/prod/terraform.tfstate`, 's3:GetObject s3:PutObject'),
      ...calls(`arn:aws:s3:::state-${PROD}/prod/terraform.tfstate.tflock`, 's3:PutObject s3:DeleteObject'),
      ...WRITES,
    ]),
  )('cannot %s', (_, call) => {
    expect(can(call)).toBe(false);
  });

  it('cannot read the ledger of another environment, not even where its bucket lets it in', () => {
    const readers = [{ account: PROD, name: 'slipway-audit' }];
    const bucket = { bucket: `state-${DEV}`, environment: 'dev', readers };
    const resource: PolicyDocument = { Version: '2012-10-17', Statement: ledgerReaderStatements(bucket) };
    expect(can(['s3:GetObject', ledger(DEV, 'dev')], resource)).toBe(false);
  });
});
