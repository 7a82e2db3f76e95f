import type { RepositoryTemplateSpec } from './creation-template-spec.ts';

/** A pull-through cache: `<registry>/<namespace>/<image>` is fetched from the upstream registry once and kept here. At most 50 for a registry. */
export interface PullThroughCacheSpec {
  /** 2 to 30 characters, or `ROOT`. */
  readonly namespace: string;
  readonly upstream: UpstreamSpec;
  /** Settings of the repositories that the cache creates. @default none: mutable, AES-256, kept for ever */
  readonly template?: RepositoryTemplateSpec;
}

/** Where images come from. Registries that ask for a login need the ARN of a secret named `ecr-pullthroughcache/...`. */
export type UpstreamSpec =
  | { readonly registry: 'ecr-public' | 'kubernetes' | 'quay'; readonly credentialArn?: never }
  | {
      readonly registry: 'docker-hub' | 'github' | 'gitlab' | 'chainguard';
      readonly credentialArn: `arn:${string}`;
    }
  | {
      readonly registry: 'azure';
      /** Name of the registry: `<name>.azurecr.io`. */
      readonly name: string;
      readonly credentialArn: `arn:${string}`;
    }
  | {
      readonly registry: 'ecr';
      /** 12 digits. */
      readonly account: string;
      readonly region: string;
      /** Role that ECR assumes to pull from another account. @default none: same account */
      readonly roleArn?: `arn:${string}`;
      readonly credentialArn?: never;
    };
