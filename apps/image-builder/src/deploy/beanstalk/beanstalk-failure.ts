import { errorMessage, errorName } from '@slipway/cli';
import { Failure } from '../../failure.ts';

/** Elastic Beanstalk has no code of its own for a label that is taken: it is an InvalidParameterValue, in words. */
export function isTaken(error: unknown): boolean {
  return errorName(error) === 'InvalidParameterValue' && /already exists/i.test(errorMessage(error));
}

/** The failure behind an error of the SDK. */
export function awsFailed(error: unknown, region: string): Failure {
  return new Failure({
    code: 'aws-failed',
    message: `AWS in ${region} refused the deployment: ${errorName(error)}: ${errorMessage(error)}`,
    fix: 'check the login (aws sts get-caller-identity), the bucket and the permissions for elasticbeanstalk and s3; running the command again is safe',
    cause: error,
  });
}
