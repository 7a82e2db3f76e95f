import { errorMessage, errorName } from '@slipway/cli';
import type { Failure } from '@slipway/cli';
import { deploymentsFailure } from '../deployments-failure.ts';

/** The failure behind an error of the SDK. */
export function beanstalkFailure(error: unknown, region: string): Failure {
  return deploymentsFailure({
    code: 'aws-failed',
    message: `AWS in ${region} refused the deployment: ${errorName(error)}: ${errorMessage(error)}`,
    fix: 'check the login (aws sts get-caller-identity), the bucket and the permissions for elasticbeanstalk and s3; running the command again is safe',
    cause: error,
  });
}
