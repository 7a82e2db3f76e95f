import { describe, expect, it } from '@jest/globals';
import type { UpstreamSpec } from '@slipway/environments';
import { upstreamHost } from './upstream-host.ts';

const credentialArn = 'arn:aws:secretsmanager:us-east-1:111122223333:secret:ecr-pullthroughcache/login-AbCdEf';

describe('upstreamHost', () => {
  // ECR API reference, CreatePullThroughCacheRule: upstreamRegistryUrl.
  it.each<[host: string, upstream: UpstreamSpec]>([
    ['public.ecr.aws', { registry: 'ecr-public' }],
    ['registry.k8s.io', { registry: 'kubernetes' }],
    ['quay.io', { registry: 'quay' }],
    ['registry-1.docker.io', { registry: 'docker-hub', credentialArn }],
    ['ghcr.io', { registry: 'github', credentialArn }],
    ['registry.gitlab.com', { registry: 'gitlab', credentialArn }],
    ['cgr.dev', { registry: 'chainguard', credentialArn }],
    ['acme.azurecr.io', { registry: 'azure', name: 'acme', credentialArn }],
    ['444455556666.dkr.ecr.eu-west-1.amazonaws.com', { registry: 'ecr', account: '444455556666', region: 'eu-west-1' }],
  ])('is %s', (host, upstream) => {
    expect(upstreamHost(upstream)).toBe(host);
  });
});
