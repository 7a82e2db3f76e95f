/** The resource and data source types whose schema is derived and served. */
export interface ServedTypes {
  readonly resources: readonly string[];
  readonly dataSources: readonly string[];
}

/** Types that validate like any other and are refused at plan, because the stand-in cannot create them. */
export const plannedTypes: readonly string[] = [
  'aws_cloudwatch_event_rule',
  'aws_cloudwatch_event_target',
  'aws_iam_openid_connect_provider',
  'aws_iam_policy',
  'aws_iam_role',
  'aws_iam_role_policy',
  'aws_iam_role_policy_attachment',
  'aws_s3_bucket',
  'aws_s3_bucket_lifecycle_configuration',
  'aws_s3_bucket_ownership_controls',
  'aws_s3_bucket_policy',
  'aws_s3_bucket_public_access_block',
  'aws_s3_bucket_server_side_encryption_configuration',
  'aws_s3_bucket_versioning',
  'aws_sns_topic',
  'aws_sns_topic_policy',
  'aws_sns_topic_subscription',
];
