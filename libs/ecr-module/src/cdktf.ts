/**
 * The one door to cdktf and the AWS bindings. Only this file names the packages, so moving to another
 * Terraform CDK (CDK Terrain keeps the same logical ids) is a change of this file and a plan that shows nothing.
 * Deep imports only: the bindings' barrel costs 12 s of CPU and 1.4 GB for each synth.
 */
export { CloudwatchEventRule } from '@cdktf/provider-aws/lib/cloudwatch-event-rule/index.js';
export { CloudwatchEventTarget } from '@cdktf/provider-aws/lib/cloudwatch-event-target/index.js';
export { DataAwsEcrRepositories } from '@cdktf/provider-aws/lib/data-aws-ecr-repositories/index.js';
export { EcrAccountSetting } from '@cdktf/provider-aws/lib/ecr-account-setting/index.js';
export { EcrLifecyclePolicy } from '@cdktf/provider-aws/lib/ecr-lifecycle-policy/index.js';
export { EcrPullThroughCacheRule } from '@cdktf/provider-aws/lib/ecr-pull-through-cache-rule/index.js';
export { EcrRegistryPolicy } from '@cdktf/provider-aws/lib/ecr-registry-policy/index.js';
export { EcrRegistryScanningConfiguration } from '@cdktf/provider-aws/lib/ecr-registry-scanning-configuration/index.js';
export { EcrReplicationConfiguration } from '@cdktf/provider-aws/lib/ecr-replication-configuration/index.js';
export { EcrRepository } from '@cdktf/provider-aws/lib/ecr-repository/index.js';
export type { EcrRepositoryConfig } from '@cdktf/provider-aws/lib/ecr-repository/index.js';
export { EcrRepositoryCreationTemplate } from '@cdktf/provider-aws/lib/ecr-repository-creation-template/index.js';
export { EcrRepositoryPolicy } from '@cdktf/provider-aws/lib/ecr-repository-policy/index.js';
export { EcrpublicRepository } from '@cdktf/provider-aws/lib/ecrpublic-repository/index.js';
export { EcrpublicRepositoryPolicy } from '@cdktf/provider-aws/lib/ecrpublic-repository-policy/index.js';
export { IamOpenidConnectProvider } from '@cdktf/provider-aws/lib/iam-openid-connect-provider/index.js';
export { IamRole } from '@cdktf/provider-aws/lib/iam-role/index.js';
export { IamRolePolicy } from '@cdktf/provider-aws/lib/iam-role-policy/index.js';
export { KmsAlias } from '@cdktf/provider-aws/lib/kms-alias/index.js';
export { KmsKey } from '@cdktf/provider-aws/lib/kms-key/index.js';
export { AwsProvider } from '@cdktf/provider-aws/lib/provider/index.js';
export { S3Bucket } from '@cdktf/provider-aws/lib/s3-bucket/index.js';
export { S3BucketLifecycleConfiguration } from '@cdktf/provider-aws/lib/s3-bucket-lifecycle-configuration/index.js';
export { S3BucketOwnershipControls } from '@cdktf/provider-aws/lib/s3-bucket-ownership-controls/index.js';
export { S3BucketPolicy } from '@cdktf/provider-aws/lib/s3-bucket-policy/index.js';
export { S3BucketPublicAccessBlock } from '@cdktf/provider-aws/lib/s3-bucket-public-access-block/index.js';
export { S3BucketServerSideEncryptionConfigurationA as S3BucketServerSideEncryptionConfiguration } from '@cdktf/provider-aws/lib/s3-bucket-server-side-encryption-configuration/index.js';
export { S3BucketVersioningA as S3BucketVersioning } from '@cdktf/provider-aws/lib/s3-bucket-versioning/index.js';
export { SnsTopic } from '@cdktf/provider-aws/lib/sns-topic/index.js';
export { SnsTopicPolicy } from '@cdktf/provider-aws/lib/sns-topic-policy/index.js';
export { SnsTopicSubscription } from '@cdktf/provider-aws/lib/sns-topic-subscription/index.js';
export {
  Annotations,
  App,
  Lazy,
  S3Backend,
  TerraformElement,
  TerraformOutput,
  TerraformResource,
  TerraformStack,
  Testing,
} from 'cdktf';
export { Construct } from 'constructs';
