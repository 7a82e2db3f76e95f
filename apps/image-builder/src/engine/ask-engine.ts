import { errorMessage } from '@slipway/cli';
import { Failure } from '../failure.ts';
import { engineUnreachable } from './engine-unreachable.ts';

/**
 * What an engine answers.
 * @param address of the engine, for messages
 * @param otherwise what to make of the engine's refusals. @default the Failure `engine-failed`
 * @throws Failure `engine-unreachable`
 */
export async function askEngine<T, U = never>(
  address: string,
  work: () => Promise<T>,
  otherwise: (error: unknown) => U = refuse,
): Promise<T | U> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Failure) throw error;
    const unreachable = engineUnreachable(error, address);
    if (unreachable !== undefined) throw unreachable;
    return otherwise(error);
  }
}

/** Takes an answer of the engine with one of these HTTP statuses for this value. */
export function unless<T>(statuses: readonly number[], value: T): (error: unknown) => T {
  return (error) => (statuses.includes(statusOf(error) ?? 0) ? value : refuse(error));
}

/** The HTTP status of an engine's refusal. */
export function statusOf(error: unknown): number | undefined {
  const isAnswer = typeof error === 'object' && error !== null && 'statusCode' in error;
  return isAnswer && typeof error.statusCode === 'number' ? error.statusCode : undefined;
}

export function engineFailed(message: string, cause?: unknown): Failure {
  return new Failure({ code: 'engine-failed', message, fix: "look at the engine's log", cause });
}

export function refuse(error: unknown): never {
  throw engineFailed(`the Docker engine refused: ${errorMessage(error)}`, error);
}
