import { errorCode } from '@slipway/cli';
import { Failure } from '../failure.ts';

/** The failure behind an error that says that no engine could be spoken to; undefined for any other error. */
export function engineUnreachable(error: unknown, address: string): Failure | undefined {
  const code = errorCode(error) ?? '';
  if (code === 'EACCES' || code === 'EPERM') {
    return failure(`the Docker engine at '${address}' refuses this user`, {
      fix: "add the user to the group 'docker' and log in again, or set DOCKER_HOST to an engine of your own",
      cause: error,
    });
  }
  if (!NO_ANSWER.has(code)) return undefined;
  return failure(`no Docker engine answers at '${address}' (${code})`, {
    fix: "install Docker Engine 20.10 or newer and start it, or run 'npx local-cloud up --engine', or set DOCKER_HOST",
    cause: error,
  });
}

const NO_ANSWER = new Set([
  'ENOENT',
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
]);

function failure(message: string, { fix, cause }: { fix: string; cause: unknown }): Failure {
  return new Failure({ code: 'engine-unreachable', message, fix, cause });
}
