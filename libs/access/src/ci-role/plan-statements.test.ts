import { describe, expect, it } from '@jest/globals';
import { ask, titled } from './testing/ask.ts';
import { calls, DOWNLOADS, READS, UPLOADS, WRITES } from './testing/calls.ts';
import { PROD, prod, repository } from './testing/environments.ts';

describe('the plan role', () => {
  it.each(titled(READS))('can %s', (_, call) => {
    expect(ask({ verb: 'plan', options: prod }, call)).toMatchObject({ allowed: true });
  });

  it.each(titled(WRITES.filter(([action]) => action !== 'kms:DescribeKey')))('cannot %s', (_, call) => {
    expect(ask({ verb: 'plan', options: prod }, call)).toMatchObject({ allowed: false });
  });

  it.each(titled(calls(repository(PROD), `${UPLOADS} ${DOWNLOADS} ecr:StartImageScan`)))('cannot %s', (_, call) => {
    expect(ask({ verb: 'plan', options: prod }, call)).toMatchObject({ allowed: false });
  });

  it('cannot log in to a registry', () => {
    expect(ask({ verb: 'plan', options: prod }, ['ecr:GetAuthorizationToken', '*']).allowed).toBe(false);
  });
});
