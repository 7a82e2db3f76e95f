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
import { cloudwatchEventRule } from './events/cloudwatch-event-rule.ts';
import { cloudwatchEventTarget } from './events/cloudwatch-event-target.ts';
import { iamOpenIdConnectProvider } from './iam/iam-openid-connect-provider.ts';
import { iamPolicy } from './iam/iam-policy.ts';
import { iamRoleData } from './iam/iam-role-data.ts';
import { iamRolePolicyAttachment } from './iam/iam-role-policy-attachment.ts';
import { iamRolePolicy } from './iam/iam-role-policy.ts';
import { iamRole } from './iam/iam-role.ts';
import { kmsAlias } from './kms-alias.ts';
import { kmsKey } from './kms-key.ts';
import { partition } from './partition.ts';
import { region } from './region.ts';
import type { ResourceBehaviour } from './resource-behaviour.ts';
import { s3BucketLifecycleConfiguration } from './s3/s3-bucket-lifecycle-configuration.ts';
import { s3BucketOwnershipControls } from './s3/s3-bucket-ownership-controls.ts';
import { s3BucketPolicy } from './s3/s3-bucket-policy.ts';
import { s3BucketPublicAccessBlock } from './s3/s3-bucket-public-access-block.ts';
import { s3BucketServerSideEncryptionConfiguration } from './s3/s3-bucket-server-side-encryption-configuration.ts';
import { s3BucketVersioning } from './s3/s3-bucket-versioning.ts';
import { s3Bucket } from './s3/s3-bucket.ts';
import { snsTopicPolicy } from './sns/sns-topic-policy.ts';
import { snsTopicSubscription } from './sns/sns-topic-subscription.ts';
import { snsTopic } from './sns/sns-topic.ts';

/** What the stand-in provider can really do, by Terraform type. */
export const behaviours: Behaviours = {
  resources: new Map([
    ['aws_cloudwatch_event_rule', cloudwatchEventRule],
    ['aws_cloudwatch_event_target', cloudwatchEventTarget],
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
    ['aws_iam_openid_connect_provider', iamOpenIdConnectProvider],
    ['aws_iam_policy', iamPolicy],
    ['aws_iam_role', iamRole],
    ['aws_iam_role_policy', iamRolePolicy],
    ['aws_iam_role_policy_attachment', iamRolePolicyAttachment],
    ['aws_kms_alias', kmsAlias],
    ['aws_kms_key', kmsKey],
    ['aws_s3_bucket', s3Bucket],
    ['aws_s3_bucket_lifecycle_configuration', s3BucketLifecycleConfiguration],
    ['aws_s3_bucket_ownership_controls', s3BucketOwnershipControls],
    ['aws_s3_bucket_policy', s3BucketPolicy],
    ['aws_s3_bucket_public_access_block', s3BucketPublicAccessBlock],
    ['aws_s3_bucket_server_side_encryption_configuration', s3BucketServerSideEncryptionConfiguration],
    ['aws_s3_bucket_versioning', s3BucketVersioning],
    ['aws_sns_topic', snsTopic],
    ['aws_sns_topic_policy', snsTopicPolicy],
    ['aws_sns_topic_subscription', snsTopicSubscription],
  ]),
  dataSources: new Map([
    ['aws_caller_identity', callerIdentity],
    ['aws_ecr_repositories', ecrRepositoriesData],
    ['aws_ecr_repository', ecrRepositoryData],
    ['aws_iam_role', iamRoleData],
    ['aws_partition', partition],
    ['aws_region', region],
  ]),
};

export interface Behaviours {
  readonly resources: ReadonlyMap<string, ResourceBehaviour>;
  readonly dataSources: ReadonlyMap<string, DataSourceBehaviour>;
}
