import { AwsError } from '../../aws-error.ts';

/** ECR's refusal for a prefix without a template. */
export function missingTemplate(): AwsError {
  return new AwsError(
    'TemplateNotFoundException',
    "The specified repository creation template can't be found. Verify the registry ID and prefix and try again.",
  );
}
