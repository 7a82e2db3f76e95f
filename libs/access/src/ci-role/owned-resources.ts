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

/** What belongs to the environment: in its account, its regions and under its names. */
export function ownedResources(options: CiRolePolicyOptions): OwnedResources {
  const { account, regions, topics = [], publicRepositories = [], ownedRoleNames = [] } = options;
  const everywhere = (service: string, names: readonly string[]) =>
    regions.flatMap((region) => names.map((name) => `arn:aws:${service}:${region}:${account}:${name}`));
  return {
    repositories: regions.map((region) => repositoryArn({ account, region, name: '*' })),
    // The public gallery has no regions.
    publicRepositories: publicRepositories.map((name) => `arn:aws:ecr-public::${account}:repository/${name}`),
    keys: everywhere('kms', ['key/*']),
    aliases: everywhere('kms', ['alias/*']),
    topics: everywhere('sns', topics),
    rules: everywhere(
      'events',
      topics.map((topic) => `rule/${topic}-*`),
    ),
    roles: ownedRoleNames.map((name) => roleArn(account, name)),
  };
}

/** For actions without a resource: at least their region is one of the environment's. */
export function inRegions(regions: readonly string[]): Conditions {
  return { StringEquals: { 'aws:RequestedRegion': regions } };
}
