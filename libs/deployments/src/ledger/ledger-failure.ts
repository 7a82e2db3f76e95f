import { errorCode, errorMessage, errorName } from '@slipway/cli';
import type { Failure } from '@slipway/cli';
import { deploymentsFailure } from '../deployments-failure.ts';

/** The failure behind an error of S3. @param where address of the ledger, such as `s3://bucket/ledger/dev/server/` */
export function ledgerFailure(error: unknown, where: string): Failure {
  const name = errorName(error);
  const message = `the ledger '${where}' can't be reached: ${name}: ${errorMessage(error)}`;
  return deploymentsFailure({ code: 'aws-failed', message, fix: fixFor(name, errorCode(error) ?? ''), cause: error });
}

export function ledgerUnreadable(key: string, cause: unknown): Failure {
  return deploymentsFailure({
    code: 'ledger-unreadable',
    message: `the ledger entry '${key}' can't be trusted: ${errorMessage(cause)}`,
    fix: 'take the newest version of this repository; if that is it, find out who changed the bucket, and restore the version of the entry that was written first',
    cause,
  });
}

export function ledgerConflict(key: string, cause?: unknown): Failure {
  return deploymentsFailure({
    code: 'ledger-conflict',
    message: `somebody else wrote the ledger entry '${key}' at the same time`,
    fix: "see what they did with 'image-builder history', and run the command again",
    cause,
  });
}

function fixFor(name: string, code: string): string {
  if (name === 'NoSuchBucket')
    return "make the environment's state bucket first: 'node tools/bootstrap/main.ts <environment>'";
  if (/Credentials|Token|Signature|InvalidAccessKey|AccessDenied|Forbidden|403/.test(name))
    return "log in to the account of the environment with a role that may read and write 'ledger/*' in its state bucket; for the local cloud load its settings ('npx local-cloud env')";
  if (/^E[A-Z_]+$/.test(code))
    return "check the network; for the local cloud run 'npx local-cloud up' and load its settings again";
  return "read AWS's own words above";
}
