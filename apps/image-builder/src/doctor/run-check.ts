import { errorMessage, interrupted, isFailure } from '@slipway/cli';
import { failure } from './check.ts';
import type { Check, CheckResult } from './check.ts';

export interface CheckRun {
  readonly signal: AbortSignal;
  /** How long one check may take, in milliseconds. */
  readonly limit: number;
}

/** Runs a check. Whatever it throws, and an answer that doesn't come, is a result. @throws Failure `interrupted` */
export async function runCheck<Subject>(
  { name, run }: Check<Subject>,
  subject: Subject,
  { signal, limit }: CheckRun,
): Promise<CheckResult & { readonly name: string }> {
  const ending = new AbortController();
  try {
    return { name, ...(await Promise.race([run(subject), overtime(limit, ending.signal)])) };
  } catch (error) {
    if (signal.aborted) throw interrupted(error);
    if (isFailure(error)) return { name, ...failure(error.message, error.fix) };
    return { name, ...failure(`the check itself failed: ${errorMessage(error)}`, 'report this as a bug of slipway') };
  } finally {
    ending.abort();
  }
}

/** A failure after the limit. The timer ends with the check. */
function overtime(limit: number, end: AbortSignal): Promise<CheckResult> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => {
      resolve(failure(`no answer within ${limit / 1000} seconds`, 'check the network, and that the service is up'));
    }, limit);
    end.addEventListener('abort', () => {
      clearTimeout(timer);
    });
  });
}
