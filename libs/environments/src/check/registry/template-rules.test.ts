import { describe, expect, it } from '@jest/globals';
import { iamRole } from '@slipway/access';
import { anyImage, keepNewest } from '@slipway/lifecycle';
import type { CreationTemplateSpec } from '../../spec/creation-template-spec.ts';
import { aes256, kms } from '../../spec/encryption-spec.ts';
import type { PullThroughCacheSpec, UpstreamSpec } from '../../spec/pull-through-cache-spec.ts';
import { immutable } from '../../spec/tag-mutability.ts';
import { ruleTable } from '../testing/rule-table.ts';
import { account, found, otherAccount, pinned, production, withRegistry } from '../testing/sound.ts';

const numbered = (count: number, text: string) =>
  Array.from({ length: count }, (_, index) => `${text}${String(index).padStart(3, '0')}`);
const withTemplate = (change: Partial<CreationTemplateSpec>) =>
  withRegistry({
    creationTemplates: [
      { namespace: 'cache', appliedFor: ['replication'], tagMutability: immutable(), encryption: aes256(), ...change },
    ],
  });
const elsewhere = { registry: 'ecr', account, region: 'eu-west-1' } as const;
const quay: PullThroughCacheSpec = { namespace: 'quay', upstream: { registry: 'quay' } };
const withCache = (change: Partial<PullThroughCacheSpec>) =>
  withRegistry({ pullThroughCaches: [{ ...quay, ...change }] });
const withUpstream = (upstream: UpstreamSpec) => withCache({ upstream });
const secret = (region: string, name = 'ecr-pullthroughcache/hub-AbCdEf') =>
  `arn:aws:secretsmanager:${region}:${account}:secret:${name}` as const;

describe('rules of templates and caches', () => {
  ruleTable([
    ['error template-namespace', withTemplate({ namespace: 'cache/' }), withTemplate({ namespace: 'ab' })],
    [
      'error template-description',
      withTemplate({ description: 'd'.repeat(256) }),
      withTemplate({ description: 'd'.repeat(255) }),
    ],
    [
      'error template-applied-for',
      withTemplate({ appliedFor: ['replication', 'replication'] }),
      withTemplate({ appliedFor: ['replication', 'pull-through-cache'] }),
    ],
    ['error cache-namespace', withCache({ namespace: 'q' }), withCache({ namespace: 'q'.repeat(30) })],
    [
      'error cache-count',
      withRegistry({ pullThroughCaches: numbered(51, 'cache').map((namespace) => ({ ...quay, namespace })) }),
      withRegistry({ pullThroughCaches: numbered(50, 'cache').map((namespace) => ({ ...quay, namespace })) }),
    ],
    [
      'error cache-namespace-repeated',
      withRegistry({ pullThroughCaches: [quay, { ...quay, upstream: { registry: 'ecr-public' } }] }),
      withRegistry({ pullThroughCaches: [quay, { ...quay, namespace: 'public' }] }),
    ],
    [
      'error cache-secret',
      withUpstream({ registry: 'docker-hub', credentialArn: secret('us-west-2') }),
      withUpstream({ registry: 'docker-hub', credentialArn: secret('us-east-1') }),
    ],
    [
      'error cache-azure-name',
      withUpstream({ registry: 'azure', name: 'acme.azurecr.io', credentialArn: secret('us-east-1') }),
      withUpstream({ registry: 'azure', name: 'acme1', credentialArn: secret('us-east-1') }),
    ],
    [
      'error cache-of-itself',
      withUpstream({ registry: 'ecr', account, region: 'us-east-1' }),
      withUpstream({ registry: 'ecr', account, region: 'us-west-2' }),
    ],
    [
      'error cache-root-of-ecr',
      withRegistry({ pullThroughCaches: [{ namespace: 'ROOT', upstream: elsewhere }] }),
      withRegistry({ pullThroughCaches: [{ namespace: 'platform', upstream: elsewhere }] }),
    ],
    [
      'error cache-role',
      withUpstream({ registry: 'ecr', account: otherAccount, region: 'us-east-1' }),
      withUpstream({
        registry: 'ecr',
        account: otherAccount,
        region: 'us-east-1',
        roleArn: `arn:aws:iam::${account}:role/ecr/cache`,
      }),
    ],
  ]);

  it.each([
    secret('us-east-1', 'hub-AbCdEf'),
    `arn:aws:secretsmanager:us-east-1:${otherAccount}:secret:ecr-pullthroughcache/hub`,
    'arn:aws:ssm:us-east-1:111122223333:parameter/ecr-pullthroughcache/hub',
  ] as const)('refuses the secret "%s"', (credentialArn) => {
    expect(found(withUpstream({ registry: 'github', credentialArn }))).toEqual(['error cache-secret']);
  });

  it('checks the settings of templates as those of repositories', () => {
    const template = {
      tagMutability: { mode: 'MUTABLE_WITH_EXCLUSION', except: ['a b'] },
      encryption: kms(),
      lifecycle: [keepNewest(0, anyImage())],
      access: { pull: [iamRole('a b')] },
      tags: { 'aws:x': '' },
    } as const;
    const expected = [
      'error exclusion-filter',
      'error encryption-key-missing',
      'error lifecycle-count-number',
      'error principal-role-name',
      'error resource-tag-key',
    ];
    expect(found(withTemplate(template))).toEqual(expected);
    expect(found(withCache({ template }))).toEqual(expected);
  });

  it('tells where a root cache lets the guard of a protected registry know nothing', () => {
    const cached = { pullThroughCaches: [{ ...quay, namespace: 'ROOT' }], repositories: [pinned] };
    expect(found(withRegistry(cached, production))).toEqual(['warning deletion-guard-off']);
  });
});
