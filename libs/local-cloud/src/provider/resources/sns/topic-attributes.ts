import type { CtyObject, CtyValue } from '../../wire/cty-value.ts';

/** Attributes of a topic that stand in a text of SNS and in an attribute of Terraform, by the latter's name. */
export const TOPIC_ATTRIBUTES: Readonly<Record<string, string>> = {
  application_failure_feedback_role_arn: 'ApplicationFailureFeedbackRoleArn',
  application_success_feedback_role_arn: 'ApplicationSuccessFeedbackRoleArn',
  application_success_feedback_sample_rate: 'ApplicationSuccessFeedbackSampleRate',
  archive_policy: 'ArchivePolicy',
  content_based_deduplication: 'ContentBasedDeduplication',
  delivery_policy: 'DeliveryPolicy',
  display_name: 'DisplayName',
  fifo_throughput_scope: 'FifoThroughputScope',
  firehose_failure_feedback_role_arn: 'FirehoseFailureFeedbackRoleArn',
  firehose_success_feedback_role_arn: 'FirehoseSuccessFeedbackRoleArn',
  firehose_success_feedback_sample_rate: 'FirehoseSuccessFeedbackSampleRate',
  http_failure_feedback_role_arn: 'HTTPFailureFeedbackRoleArn',
  http_success_feedback_role_arn: 'HTTPSuccessFeedbackRoleArn',
  http_success_feedback_sample_rate: 'HTTPSuccessFeedbackSampleRate',
  kms_master_key_id: 'KmsMasterKeyId',
  lambda_failure_feedback_role_arn: 'LambdaFailureFeedbackRoleArn',
  lambda_success_feedback_role_arn: 'LambdaSuccessFeedbackRoleArn',
  lambda_success_feedback_sample_rate: 'LambdaSuccessFeedbackSampleRate',
  policy: 'Policy',
  signature_version: 'SignatureVersion',
  sqs_failure_feedback_role_arn: 'SQSFailureFeedbackRoleArn',
  sqs_success_feedback_role_arn: 'SQSSuccessFeedbackRoleArn',
  sqs_success_feedback_sample_rate: 'SQSSuccessFeedbackSampleRate',
  tracing_config: 'TracingConfig',
};

/** A value of Terraform as SNS writes it; empty for none. */
export function attributeText(value: CtyValue | undefined): string {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}

/** The texts of SNS in Terraform's attributes, which are of the types that their names tell. */
export function foundAttributes(
  names: Readonly<Record<string, string>>,
  found: Readonly<Record<string, string>>,
): CtyObject {
  return Object.fromEntries(Object.entries(names).map(([name, theirs]) => [name, typed(name, found[theirs])]));
}

const NUMBERS = /_sample_rate$|^signature_version$/;
const FLAGS =
  /^(content_based_deduplication|confirmation_was_authenticated|pending_confirmation|raw_message_delivery)$/;

function typed(name: string, text: string | undefined): CtyValue {
  if (FLAGS.test(name)) return text === 'true';
  if (text === undefined || text === '') return null;
  return NUMBERS.test(name) ? Number(text) : text;
}
