import { interrupted } from '@slipway/cli';
import type { ProbeAnswer, ProbeRequest } from './probe.ts';

const ANSWER_MILLISECONDS = 10_000;

/** Asks on the loopback, with ten seconds for an answer. */
export async function httpProbe({ port, method, path, body, signal }: ProbeRequest): Promise<ProbeAnswer | undefined> {
  const init: RequestInit = {
    method,
    redirect: 'manual',
    signal: AbortSignal.any([signal, AbortSignal.timeout(ANSWER_MILLISECONDS)]),
    ...(body === undefined ? {} : { body, headers: { 'Content-Type': 'application/json' } }),
  };
  try {
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, init);
    return { status: answer.status, text: await answer.text() };
  } catch (error) {
    if (signal.aborted) throw interrupted(error);
    return undefined;
  }
}
