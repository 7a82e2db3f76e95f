import type { UpstreamRegistryName } from './upstream-registry.ts';

/** A pull-through cache rule, in ECR's fields. */
export interface PullThroughRule {
  readonly ecrRepositoryPrefix: string;
  readonly registryId: string;
  readonly upstreamRegistry: UpstreamRegistryName;
  readonly upstreamRegistryUrl: string;
  readonly upstreamRepositoryPrefix?: string | undefined;
  readonly credentialArn?: string | undefined;
  readonly customRoleArn?: string | undefined;
  /** Seconds since 1970. */
  readonly createdAt: number;
  /** Seconds since 1970. */
  readonly updatedAt: number;
}

/** Length and form of prefixes of rules, here and upstream. */
export const rulePrefixForm =
  /^(?=.{2,30}$)([a-z0-9]+((\.|_|__|-+)[a-z0-9]+)*(\/[a-z0-9]+((\.|_|__|-+)[a-z0-9]+)*)*\/?|ROOT)$/;

/** Form of the secrets that rules may use; also at least 50 and at most 612 characters. */
export const credentialForm =
  /^(?=.{50,612}$)arn:aws(-\w+)*:secretsmanager:[a-zA-Z0-9-:]+:secret:ecr-pullthroughcache\/[a-zA-Z0-9/_+=.@-]+$/;

/** Rules per registry: service quota, not adjustable. */
export const mostRules = 50;

/** Characters of the ARN of a role. */
export const longestRoleArn = 2048;
