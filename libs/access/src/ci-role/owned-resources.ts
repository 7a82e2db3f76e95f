import { roleArn } from '../arn/iam-arn.ts';
import { repositoryArn } from '../arn/repository-arn.ts';
import type { Conditions } from '../policy/policy-document.ts';
import type { CiRolePolicyOptions } from './ci-role-policy.ts';

/** ARNs of everything that an environment may hold. */
export interface OwnedResources {
  readonly repositories: readonly string[];
  readonly publicRepositories: readonly string[];
  readonly keys: readonly string[];
  readonly aliases: readonly string[];
  readonly topics: readonly string[];
  readonly rules: readonly string[];
  readonly roles: readonly string[];
}

/** What belongs to the environment: in its account and under its names. `inRegions` adds the regions once, instead of to each ARN. */
export function ownedResources(options: CiRolePolicyOptions): OwnedResources {
  const { account, topics = [], publicRepositories = [], ownedRoleNames = [] } = options;
  return {
    repositories: [repositoryArn({ account, region: '*', name: '*' })],
    // The public gallery has no regions.
    publicRepositories: publicRepositories.map((name) => `arn:aws:ecr-public::${account}:repository/${name}`),
    keys: [`arn:aws:kms:*:${account}:key/*`],
    aliases: [`arn:aws:kms:*:${account}:alias/*`],
    topics: topics.map((topic) => `arn:aws:sns:*:${account}:${topic}`),
    rules: topics.map((topic) => `arn:aws:events:*:${account}:rule/${topic}-*`),
    roles: ownedRoleNames.map((name) => roleArn(account, name)),
  };
}

/** Only in these regions, and under more conditions of equality where there are any. */
export function inRegions(regions: readonly string[], more: Readonly<Record<string, string>> = {}): Conditions {
  return { StringEquals: { 'aws:RequestedRegion': regions, ...more } };
}
