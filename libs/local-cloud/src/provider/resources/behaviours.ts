import { callerIdentity } from './caller-identity.ts';
import type { DataSourceBehaviour } from './data-source-behaviour.ts';
import { ecrAccountSetting } from './ecr-account-setting.ts';
import { ecrLifecyclePolicy } from './ecr-lifecycle-policy.ts';
import { ecrPublicRepositoryPolicy } from './ecr-public-repository-policy.ts';
import { ecrPublicRepository } from './ecr-public-repository.ts';
import { ecrPullThroughCacheRule } from './ecr-pull-through-cache-rule.ts';
import { ecrRegistryPolicy } from './ecr-registry-policy.ts';
import { ecrRegistryScanningConfiguration } from './ecr-registry-scanning-configuration.ts';
import { ecrReplicationConfiguration } from './ecr-replication-configuration.ts';
import { ecrRepositoriesData } from './ecr-repositories-data.ts';
import { ecrRepositoryCreationTemplate } from './ecr-repository-creation-template.ts';
import { ecrRepositoryData } from './ecr-repository-data.ts';
import { ecrRepositoryPolicy } from './ecr-repository-policy.ts';
import { ecrRepository } from './ecr-repository.ts';
import { kmsAlias } from './kms-alias.ts';
import { kmsKey } from './kms-key.ts';
import { partition } from './partition.ts';
import { region } from './region.ts';
import type { ResourceBehaviour } from './resource-behaviour.ts';

/** What the stand-in provider can really do, by Terraform type. */
export const behaviours: Behaviours = {
  resources: new Map([
    ['aws_ecr_account_setting', ecrAccountSetting],
    ['aws_ecr_lifecycle_policy', ecrLifecyclePolicy],
    ['aws_ecr_pull_through_cache_rule', ecrPullThroughCacheRule],
    ['aws_ecr_registry_policy', ecrRegistryPolicy],
    ['aws_ecr_registry_scanning_configuration', ecrRegistryScanningConfiguration],
    ['aws_ecr_replication_configuration', ecrReplicationConfiguration],
    ['aws_ecr_repository', ecrRepository],
    ['aws_ecr_repository_creation_template', ecrRepositoryCreationTemplate],
    ['aws_ecr_repository_policy', ecrRepositoryPolicy],
    ['aws_ecrpublic_repository', ecrPublicRepository],
    ['aws_ecrpublic_repository_policy', ecrPublicRepositoryPolicy],
    ['aws_kms_alias', kmsAlias],
    ['aws_kms_key', kmsKey],
  ]),
  dataSources: new Map([
    ['aws_caller_identity', callerIdentity],
    ['aws_ecr_repositories', ecrRepositoriesData],
    ['aws_ecr_repository', ecrRepositoryData],
    ['aws_partition', partition],
    ['aws_region', region],
  ]),
};

export interface Behaviours {
  readonly resources: ReadonlyMap<string, ResourceBehaviour>;
  readonly dataSources: ReadonlyMap<string, DataSourceBehaviour>;
}
