import { AwsError } from '../aws-error.ts';

/** ECR's refusal of one parameter, in its words. */
export function invalidParameter(name: string, constraint: string): AwsError {
  return new AwsError(
    'InvalidParameterException',
    `Invalid parameter at '${name}' failed to satisfy constraint: '${constraint}'`,
  );
}
