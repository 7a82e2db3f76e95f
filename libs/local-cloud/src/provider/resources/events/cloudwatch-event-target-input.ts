import type { RetryPolicy, Target } from '@aws-sdk/client-eventbridge';
import { textTags } from '../../plan/tags.ts';
import type { CtyObject } from '../../wire/cty-value.ts';
import { blocks, requiredText, wholeNumber, writtenText } from '../attribute-readers.ts';

/** A planned target, for EventBridge. */
export function targetOf(planned: CtyObject): Target {
  const [transformer] = blocks(planned, 'input_transformer');
  const [retry] = blocks(planned, 'retry_policy');
  const [deadLetters] = blocks(planned, 'dead_letter_config');
  const [queue] = blocks(planned, 'sqs_target');
  return {
    Id: requiredText(planned, 'target_id'),
    Arn: requiredText(planned, 'arn'),
    Input: writtenText(planned, 'input'),
    InputPath: writtenText(planned, 'input_path'),
    RoleArn: writtenText(planned, 'role_arn'),
    InputTransformer: transformer && {
      InputPathsMap: textTags(transformer['input_paths']),
      InputTemplate: requiredText(transformer, 'input_template'),
    },
    RetryPolicy: retry && retryOf(retry),
    DeadLetterConfig: deadLetters && { Arn: writtenText(deadLetters, 'arn') },
    SqsParameters: queue && { MessageGroupId: writtenText(queue, 'message_group_id') },
  };
}

// What is left out is 0 to the real provider's SDK, and it is sent.
function retryOf(retry: CtyObject): RetryPolicy {
  return {
    MaximumEventAgeInSeconds: wholeNumber(retry, 'maximum_event_age_in_seconds') ?? 0,
    MaximumRetryAttempts: wholeNumber(retry, 'maximum_retry_attempts') ?? 0,
  };
}
