import { describe, expect, it } from '@jest/globals';
import { decide } from '../evaluation/decide.ts';
import { renderPolicyDocument } from '../policy/render-policy-document.ts';
import { registryPolicy, type ReplicationSource } from './registry-policy.ts';

const account = '444455556666';
const dev = '111122223333';
const ci = '777788889999';

function policy(...sources: readonly ReplicationSource[]) {
  return registryPolicy({ account, region: 'us-west-2', sources });
}

function mayReplicate(source: string, repository: string, ...sources: readonly ReplicationSource[]): boolean {
  const resource = policy(...sources);
  const replication = { kind: 'role', account: source, name: 'replication' } as const;
  const anything = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: 'ecr:*', Resource: '*' }] } as const;
  const arn = `arn:aws:ecr:us-west-2:${account}:repository/${repository}`;
  const request = { caller: replication, action: 'ecr:ReplicateImage', resource: arn };
  return decide(request, { identity: [anything], resource }).allowed;
}

describe('registryPolicy', () => {
  it('is nothing without sources', () => {
    expect(policy()).toBeUndefined();
  });

  it('lets an account replicate, and create what is not there, as in the ECR user guide', () => {
    expect(policy({ account: dev })).toEqual({
      Version: '2012-10-17',
      Statement: [
        {
          Sid: 'AllowReplication1',
          Effect: 'Allow',
          Principal: { AWS: ['arn:aws:iam::111122223333:root'] },
          Action: ['ecr:CreateRepository', 'ecr:ReplicateImage'],
          Resource: ['arn:aws:ecr:us-west-2:444455556666:repository/*'],
        },
      ],
    });
  });

  it('lets an account into the repositories whose name begins with its prefixes, and no others', () => {
    const source = { account: dev, prefixes: ['shop/', 'ml/'] };
    expect(mayReplicate(dev, 'shop/api', source)).toBe(true);
    expect(mayReplicate(dev, 'ml/train', source)).toBe(true);
    expect(mayReplicate(dev, 'payroll', source)).toBe(false);
    expect(mayReplicate(ci, 'shop/api', source)).toBe(false);
  });

  it('has one statement for accounts with the same prefixes, whatever their order, and unites those of an account', () => {
    const once = policy({ account: dev, prefixes: ['a', 'b'] }, { account: ci, prefixes: ['b', 'a'] });
    const parts = policy(
      { account: ci, prefixes: ['b'] },
      { account: dev, prefixes: ['b', 'a'] },
      { account: ci, prefixes: ['a', 'ab'] },
    );
    expect(once?.Statement).toHaveLength(1);
    expect(renderPolicyDocument(parts!)).toBe(renderPolicyDocument(once!));
  });

  it('needs no prefix of an account that may replicate everything', () => {
    expect(policy({ account: dev, prefixes: ['a'] }, { account: dev })).toEqual(policy({ account: dev }));
  });
});
