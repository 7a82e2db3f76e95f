import { describe, expect, it } from '@jest/globals';
import { aes256, immutable, type PullThroughCacheSpec } from '@slipway/environments';
import { only, synthesized } from '../testing/synthesized.ts';
import { pullThroughCache } from './pull-through-cache.ts';

const credentialArn = 'arn:aws:secretsmanager:us-east-1:111122223333:secret:ecr-pullthroughcache/hub-AbCdEf';

function synth(spec: PullThroughCacheSpec) {
  return synthesized((stack) => {
    pullThroughCache(stack, spec, { region: 'us-east-1', account: '111122223333' });
  });
}
const rule = (spec: PullThroughCacheSpec) => only('aws_ecr_pull_through_cache_rule', synth(spec));

describe('a pull-through cache', () => {
  it('keeps the images of an open registry in its namespace, without a login or a template', () => {
    const made = synth({ namespace: 'k8s', upstream: { registry: 'kubernetes' } });
    const cache = only('aws_ecr_pull_through_cache_rule', made);
    expect(cache).toMatchObject({ ecr_repository_prefix: 'k8s', upstream_registry_url: 'registry.k8s.io' });
    for (const argument of ['credential_arn', 'custom_role_arn', 'upstream_repository_prefix', 'depends_on'])
      expect(cache).not.toHaveProperty(argument);
    expect(made.resource).not.toHaveProperty('aws_ecr_repository_creation_template');
  });

  it('logs in with a secret', () => {
    const made = rule({ namespace: 'hub', upstream: { registry: 'docker-hub', credentialArn } });
    expect(made['credential_arn']).toBe(credentialArn);
  });

  it('pulls from another account by a role, and from its root', () => {
    const roleArn = 'arn:aws:iam::111122223333:role/cache';
    const upstream = { registry: 'ecr', account: '444455556666', region: 'eu-west-1', roleArn } as const;
    expect(rule({ namespace: 'platform', upstream })).toMatchObject({
      custom_role_arn: roleArn,
      upstream_repository_prefix: 'ROOT',
    });
  });

  it('is there after the template of what it creates', () => {
    const template = { tagMutability: immutable(), encryption: aes256() };
    const made = synth({ namespace: 'hub', upstream: { registry: 'docker-hub', credentialArn }, template });
    const { address, ...settings } = only('aws_ecr_repository_creation_template', made);
    expect(settings).toMatchObject({ prefix: 'hub', applied_for: ['PULL_THROUGH_CACHE'] });
    expect(only('aws_ecr_pull_through_cache_rule', made)['depends_on']).toEqual([address]);
  });

  it('takes a login where one is needed, and only there', () => {
    // @ts-expect-error Docker Hub asks for a login
    const closed: PullThroughCacheSpec = { namespace: 'hub', upstream: { registry: 'docker-hub' } };
    // @ts-expect-error the public gallery has no login
    const open: PullThroughCacheSpec = { namespace: 'gallery', upstream: { registry: 'ecr-public', credentialArn } };
    expect([closed, open]).toHaveLength(2);
  });
});
