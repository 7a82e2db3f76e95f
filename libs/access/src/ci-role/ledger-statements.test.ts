import { describe, expect, it } from '@jest/globals';
import type { PolicyDocument } from '../policy/policy-document.ts';
import { ledgerReaderStatements } from '../resource-policy/ledger-readers.ts';
import { ask, titled } from './testing/ask.ts';
import type { Call } from './testing/ask.ts';
import { DEV, PROD, dev, prod } from './testing/environments.ts';

const entry = (account: string, environment: string) =>
  `arn:aws:s3:::state-${account}/ledger/${environment}/server/00000001.json`;
const listing = (environment: string) => ({ 's3:prefix': `ledger/${environment}/server/` });
const fresh = { 's3:if-none-match': '*' };
const devBucket: PolicyDocument = {
  Version: '2012-10-17',
  Statement: ledgerReaderStatements({
    bucket: `state-${DEV}`,
    environment: 'dev',
    readers: [{ account: PROD, name: 'slipway-promote' }],
  }),
};

describe.each([
  { verb: 'push', options: dev, account: DEV, environment: 'dev' },
  { verb: 'promote', options: prod, account: PROD, environment: 'prod' },
] as const)('the $verb role', ({ verb, options, account, environment }) => {
  const can = (call: Call) => ask({ verb, options }, call).allowed;

  it('reads the ledger of its environment and adds to it', () => {
    expect(can(['s3:GetObject', entry(account, environment)])).toBe(true);
    expect(can(['s3:ListBucket', `arn:aws:s3:::state-${account}`, listing(environment)])).toBe(true);
    expect(can(['s3:PutObject', entry(account, environment), fresh])).toBe(true);
  });

  it.each(
    titled([
      ['s3:PutObject', entry(account, environment)],
      ['s3:DeleteObject', entry(account, environment)],
      ['s3:DeleteObjectVersion', entry(account, environment)],
      ['s3:PutObject', `arn:aws:s3:::state-${account}/${environment}/terraform.tfstate`, fresh],
      ['s3:GetObject', `arn:aws:s3:::state-${account}/${environment}/terraform.tfstate`],
      ['s3:ListBucket', `arn:aws:s3:::state-${account}`],
      ['s3:ListBucket', `arn:aws:s3:::state-${account}`, { 's3:prefix': `${environment}/` }],
    ]),
  )('cannot %s', (_, call) => {
    expect(can(call)).toBe(false);
  });
});

describe('the promote role of prod in the account of dev', () => {
  const can = (call: Call) => ask({ verb: 'promote', options: prod, resource: devBucket }, call).allowed;

  it('reads the ledger', () => {
    expect(can(['s3:GetObject', entry(DEV, 'dev')])).toBe(true);
    expect(can(['s3:ListBucket', `arn:aws:s3:::state-${DEV}`, listing('dev')])).toBe(true);
  });

  it('is let in by the bucket to the ledger alone, by name', () => {
    const role = { 'aws:PrincipalArn': [`arn:aws:iam::${PROD}:role/slipway-promote`] };
    const rest = { Effect: 'Allow', Principal: { AWS: [`arn:aws:iam::${PROD}:root`] } };
    expect(devBucket.Statement).toEqual([
      {
        ...rest,
        Sid: expect.any(String) as unknown,
        Action: 's3:ListBucket',
        Resource: `arn:aws:s3:::state-${DEV}`,
        Condition: { ArnEquals: role, StringLike: { 's3:prefix': 'ledger/dev/*' } },
      },
      {
        ...rest,
        Sid: expect.any(String) as unknown,
        Action: 's3:GetObject',
        Resource: `arn:aws:s3:::state-${DEV}/ledger/dev/*`,
        Condition: { ArnEquals: role },
      },
    ]);
    expect(ledgerReaderStatements({ bucket: 'b', environment: 'dev', readers: [] })).toEqual([]);
  });

  it.each(
    titled([
      ['s3:PutObject', entry(DEV, 'dev'), fresh],
      ['s3:GetObject', `arn:aws:s3:::state-${DEV}/dev/terraform.tfstate`],
      ['s3:ListBucket', `arn:aws:s3:::state-${DEV}`],
    ]),
  )('cannot %s', (_, call) => {
    expect(can(call)).toBe(false);
  });
});
