import type { Target } from '@aws-sdk/client-eventbridge';
import type { CtyObject, CtyValue } from '../../wire/cty-value.ts';

/** A target as EventBridge answers it, in Terraform's attributes. */
export function foundTarget(target: Target): CtyObject {
  const { DeadLetterConfig: deadLetters, SqsParameters: queue } = target;
  return {
    arn: target.Arn ?? null,
    target_id: target.Id ?? null,
    input: target.Input ?? '',
    input_path: target.InputPath ?? '',
    role_arn: target.RoleArn ?? '',
    input_transformer: foundTransformer(target),
    retry_policy: foundRetry(target),
    dead_letter_config: deadLetters ? [{ arn: deadLetters.Arn ?? '' }] : [],
    sqs_target: queue ? [{ message_group_id: queue.MessageGroupId ?? '' }] : [],
  };
}

function foundTransformer({ InputTransformer: transformer }: Target): CtyValue {
  if (transformer === undefined) return [];
  return [{ input_paths: transformer.InputPathsMap ?? {}, input_template: transformer.InputTemplate ?? null }];
}

function foundRetry({ RetryPolicy: retry }: Target): CtyValue {
  if (retry === undefined) return [];
  return [
    {
      maximum_event_age_in_seconds: retry.MaximumEventAgeInSeconds ?? 0,
      maximum_retry_attempts: retry.MaximumRetryAttempts ?? 0,
    },
  ];
}
