import { describe, expect, it } from '@jest/globals';
import { aes256 } from '../../spec/encryption-spec.ts';
import type { RegistrySpec } from '../../spec/registry-spec.ts';
import { ruleTable } from '../testing/rule-table.ts';
import {
  environment,
  found,
  pinned,
  production,
  registry,
  repository,
  withEnvironment,
  withRegistry,
  withRepository,
} from '../testing/sound.ts';

const named = (name: string) => ({ ...repository, name });
const to = (region: string, ...destinations: readonly string[]): RegistrySpec => ({
  ...registry,
  region,
  replication: destinations.map((destination) => ({ region: destination })),
  repositories: [named(`${region}/api`)],
});
const key = (alias: string) => ({ alias, deletionWindowDays: 7 });
const template = {
  namespace: 'team',
  appliedFor: ['replication'],
  tagMutability: { mode: 'IMMUTABLE' },
  encryption: aes256(),
} as const;
const fifty = Object.fromEntries(Array.from({ length: 50 }, (_, index) => [`key${index}`, 'x']));

describe('rules of an environment', () => {
  ruleTable([
    ['error environment-name', withEnvironment({ name: 'Dev 1' }), withEnvironment({ name: 'dev1' })],
    ['error account-number', withEnvironment({ account: '1111-2222-3333' }), environment],
    ['error region-name', withEnvironment({ region: 'virginia' }), withEnvironment({ region: 'ap-southeast-1' })],
    ['error bucket-name', withEnvironment({ state: { bucket: 'State', region: 'us-east-1' } }), environment],
    [
      'error production-not-protected',
      withEnvironment({ name: 'prod' }),
      withRegistry({ repositories: [pinned] }, { name: 'prod', ...production }),
    ],
    [
      'error resource-tag-key',
      withEnvironment({ tags: { 'AWS:cost': 'x' } }),
      withEnvironment({ tags: { 'cost:aws': 'x' } }),
    ],
    [
      'error registry-declared-twice',
      withEnvironment({ registries: [to('us-east-1'), to('us-east-1')] }),
      withEnvironment({ registries: [to('us-east-1'), to('us-west-2')] }),
    ],
    [
      'error key-alias-repeated',
      withEnvironment({
        registries: [
          { ...to('us-east-1', 'us-west-2'), key: key('a') },
          { ...to('us-west-2'), key: key('a') },
        ],
      }),
      withEnvironment({
        registries: [
          { ...to('us-east-1', 'us-west-2'), key: key('a') },
          { ...to('us-west-2'), key: key('b') },
        ],
      }),
    ],
    [
      'warning replication-chain',
      withEnvironment({ registries: [to('us-east-1', 'us-west-2'), to('us-west-2', 'eu-west-1')] }),
      withEnvironment({
        registries: [to('us-east-1', 'us-west-2', 'eu-west-1'), to('us-west-2', 'eu-west-1', 'us-east-1')],
      }),
    ],
    [
      'error template-namespace-repeated',
      withRegistry({ creationTemplates: [template, template] }),
      withRegistry({ creationTemplates: [template, { ...template, namespace: 'ROOT' }] }),
    ],
    [
      'error replica-name-collision',
      withEnvironment({
        registries: [
          { ...to('us-east-1', 'eu-west-1'), repositories: [{ ...named('a'), name: 'one/api' }] },
          { ...to('us-west-2', 'eu-west-1'), repositories: [{ ...named('one/api'), replicas: 'declared' }] },
        ],
      }),
      withEnvironment({ registries: [to('us-east-1', 'eu-west-1'), to('us-west-2', 'eu-west-1')] }),
    ],
    [
      'error replica-declared-twice',
      withEnvironment({
        registries: [
          {
            ...registry,
            replication: [{ region: 'us-west-2' }],
            repositories: [{ ...repository, replicas: 'declared' }],
          },
          { ...registry, region: 'us-west-2' },
        ],
      }),
      withEnvironment({
        registries: [
          { ...registry, replication: [{ region: 'us-west-2' }] },
          { ...registry, region: 'us-west-2' },
        ],
      }),
    ],
    [
      'error former-address-repeated',
      withRegistry({
        repositories: ['team/a', 'team/b'].map((name) => ({
          ...named(name),
          movedFrom: { repository: 'aws_ecr_repository.x' },
        })),
      }),
      withRepository({ movedFrom: { repository: 'aws_ecr_repository.x' } }),
    ],
    [
      'error resource-tag-count',
      withRepository({ tags: fifty }),
      withRepository(
        { tags: { ...fifty, key49: 'x', Environment: 'own' } },
        { tags: { key1: 'y' }, registries: [{ ...registry, repositories: [{ ...repository, tags: fifty }] }] },
      ),
    ],
  ]);

  it.each(['192.168.0.1', 'a..b', 'ab', 'xn--a', 'a-s3alias', 'b'.repeat(64)])('refuses the bucket "%s"', (bucket) => {
    expect(found(withEnvironment({ models: { bucket, region: 'us-east-1' } }))).toEqual(['error bucket-name']);
  });

  it('sees that the templates of caches, replicas and the registry itself share one list', () => {
    const cache = { namespace: 'us-east-1', upstream: { registry: 'quay' }, template } as const;
    const destination = { ...to('us-west-2'), pullThroughCaches: [cache] };
    expect(found(withEnvironment({ registries: [to('us-east-1', 'us-west-2'), destination] }))).toEqual([
      'error template-namespace-repeated',
    ]);
    const two = [
      to('us-east-1', 'eu-west-1'),
      { ...to('us-west-2', 'eu-west-1'), repositories: [named('us-east-1/b')] },
    ];
    expect(found(withEnvironment({ registries: two }))).toEqual(['error template-namespace-repeated']);
  });
});
