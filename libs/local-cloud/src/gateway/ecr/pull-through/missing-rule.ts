import { AwsError } from '../../aws-error.ts';

/** ECR's refusal for a prefix without a rule. */
export function missingRule(): AwsError {
  return new AwsError(
    'PullThroughCacheRuleNotFoundException',
    'The pull through cache rule was not found. Specify a valid pull through cache rule and try again.',
  );
}
