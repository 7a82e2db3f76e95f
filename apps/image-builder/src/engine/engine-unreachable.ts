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
  if (isCut(error)) {
    return failure(`the Docker engine at '${address}' ended the connection before it had answered`, {
      fix: "see that it runs ('docker info'), and in its log why it ended, and run this again",
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

/** The engine, or what lies between, went away: Node's words for an answer that is cut off, and for a request that gets none. */
function isCut(error: unknown): boolean {
  return ['ECONNRESET', 'EPIPE', 'ERR_STREAM_PREMATURE_CLOSE'].includes(errorCode(error) ?? '');
}

function failure(message: string, { fix, cause }: { fix: string; cause: unknown }): Failure {
  return new Failure({ code: 'engine-unreachable', message, fix, cause });
}
