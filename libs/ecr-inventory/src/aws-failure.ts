import { errorCode, errorMessage, errorName } from '@slipway/cli';
import type { Failure } from '@slipway/cli';
import { inventoryFailure } from './inventory-failure.ts';

/** What was read, for messages. */
export interface Asked {
  readonly region: string;
  /** Such as `the images of 'shop/api'`. */
  readonly what: string;
}

/** The failure behind an error of the AWS SDK. */
export function awsFailure(error: unknown, { region, what }: Asked): Failure {
  const name = errorName(error);
  return inventoryFailure({
    code: 'aws-failed',
    message: `ECR in ${region} can't be asked for ${what}: ${name}: ${errorMessage(error)}`,
    fix: fixFor(name, errorCode(error) ?? ''),
    cause: error,
  });
}

function fixFor(name: string, code: string): string {
  if (/Credentials|Token|Signature|UnrecognizedClient|AccessDenied/.test(name)) {
    return "log in to the account of the environment ('aws sso login') with a role that may read ECR, or load the local cloud's settings ('npx local-cloud env')";
  }
  if (/Throttling|TooManyRequests|LimitExceeded/.test(name)) {
    return 'ECR was asked too often, also by others in this account and region: run the command again later';
  }
  if (/^E[A-Z_]+$/.test(code)) {
    return "check the network; for the local cloud run 'npx local-cloud up' and load its settings again";
  }
  return "read AWS's own words above";
}
