import { errorMessage, interrupted } from '@slipway/cli';
import { Failure } from '../failure.ts';
import type { FailureCode } from '../failure.ts';

/** The failure behind a registry's refusal, in the registry's own words. */
export function refusal({ status, text }: { readonly status: number; readonly text: string }, what: string): Failure {
  const words = text.trim().slice(0, 500);
  const { code, fix } = meaning(status, words);
  return new Failure({ code, message: `the registry refused '${what}' with status ${status}: ${words}`, fix });
}

/** The failure behind a request that got no answer, or an answer that broke off. */
export function unreachable(error: unknown, url: string, signal?: AbortSignal): Failure {
  if (signal?.aborted === true) return interrupted(error);
  return new Failure({
    code: 'registry-unreachable',
    message: `no answer from the registry at '${url}': ${errorMessage(causeOf(error))}`,
    fix: 'check that the registry is reachable, and the certificate authority if it is (NODE_EXTRA_CA_CERTS)',
    cause: error,
  });
}

/** The failure of a registry that says something which can't be so. */
export function nonsense(message: string): Failure {
  return new Failure({ code: 'registry-failed', message, fix: 'try again; if it stays, the registry is broken' });
}

function meaning(status: number, words: string): { readonly code: FailureCode; readonly fix: string } {
  if (status === 401 || status === 403) {
    return {
      code: 'registry-denied',
      fix: 'log in to the account of the environment, with a role that may pull and push here',
    };
  }
  if (/immutable|TAG_INVALID/.test(words)) {
    return { code: 'tag-conflict', fix: 'commit the change and push again: a new commit gets a new tag' };
  }
  if (status === 404) {
    return {
      code: 'repository-missing',
      fix: "deploy the environment first: 'npx cdktf deploy <environment>'",
    };
  }
  return { code: 'registry-failed', fix: "try again; if it stays, read the registry's own words above" };
}

/** `fetch` says only that it failed; the reason is the cause. */
function causeOf(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'cause' in error ? error.cause : error;
}
