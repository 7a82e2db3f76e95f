import { setTimeout } from 'node:timers/promises';
import { Failure } from '../failure.ts';

const ATTEMPTS = 3;
const FIRST_WAIT_MILLISECONDS = 200;

/**
 * Does the work again when no answer came, up to three times in all with a growing pause.
 * An answer, even a refusal, is never asked for twice.
 */
export async function retryTransport<T>(
  work: () => Promise<T>,
  wait: (milliseconds: number) => Promise<void> = setTimeout,
): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (attempt === ATTEMPTS || !isTransport(error)) throw error;
      await wait(FIRST_WAIT_MILLISECONDS * 2 ** (attempt - 1));
    }
  }
}

function isTransport(error: unknown): boolean {
  return error instanceof Failure && error.code === 'registry-unreachable';
}
