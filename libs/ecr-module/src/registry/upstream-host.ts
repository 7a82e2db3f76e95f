import type { UpstreamSpec } from '@slipway/environments';
import { partitionOf } from '../repository/partition-of.ts';

/** Host name of an upstream registry (ECR API reference, CreatePullThroughCacheRule: upstreamRegistryUrl). */
export function upstreamHost(upstream: UpstreamSpec): string {
  switch (upstream.registry) {
    case 'azure':
      return `${upstream.name}.azurecr.io`;
    case 'ecr':
      return `${upstream.account}.dkr.ecr.${upstream.region}.${partitionOf(upstream.region).dnsSuffix}`;
    default:
      return HOSTS[upstream.registry];
  }
}

const HOSTS = {
  'ecr-public': 'public.ecr.aws',
  kubernetes: 'registry.k8s.io',
  quay: 'quay.io',
  'docker-hub': 'registry-1.docker.io',
  github: 'ghcr.io',
  gitlab: 'registry.gitlab.com',
  chainguard: 'cgr.dev',
} as const satisfies Readonly<Record<Exclude<UpstreamSpec['registry'], 'azure' | 'ecr'>, string>>;
