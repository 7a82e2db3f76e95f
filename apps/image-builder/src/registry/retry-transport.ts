import { setTimeout } from 'node:timers/promises';
import { interrupted } from '@slipway/cli';
import { Failure } from '../failure.ts';
import { TransientAnswer } from './transient-answer.ts';

const ATTEMPTS = 5;
const FIRST_WAIT_MILLISECONDS = 200;
/** What a registry asks us to wait is honoured up to this. */
const LONGEST_WAIT_MILLISECONDS = 60_000;

/** How to wait between attempts. */
export interface Patience {
  /** @default real time */
  readonly wait?: ((milliseconds: number, signal?: AbortSignal) => Promise<unknown>) | undefined;
  /** Between 0 and 1. @default Math.random */
  readonly random?: (() => number) | undefined;
  /** Ends the waiting. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * Does the work again when no answer came or the answer was that of a registry in trouble: up to five times in all,
 * after pauses of 0.2, 0.4, 0.8 and 1.6 seconds, each up to half longer by chance, or as long as the registry's `Retry-After` says.
 * Any other answer, such as a refusal, is never asked for twice.
 * @param work gets the number of the attempt, from 1
 */
export async function retryTransport<T>(work: (attempt: number) => Promise<T>, patience: Patience = {}): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work(attempt);
    } catch (error) {
      if (attempt === ATTEMPTS || !isTransient(error)) throw unwrapped(error);
      await pause(pauseAfter(error, attempt, patience.random ?? Math.random), patience);
    }
  }
}

async function pause(milliseconds: number, { wait = sleep, signal }: Patience): Promise<void> {
  try {
    await wait(milliseconds, signal);
  } catch (error) {
    throw signal?.aborted === true ? interrupted(error) : error;
  }
}

function sleep(milliseconds: number, signal?: AbortSignal): Promise<void> {
  return setTimeout(milliseconds, undefined, signal === undefined ? {} : { signal });
}

/** Chance keeps those that failed together from coming back together. */
function pauseAfter(error: unknown, attempt: number, random: () => number): number {
  const asked = error instanceof TransientAnswer ? error.retryAfterMilliseconds : undefined;
  if (asked !== undefined) return Math.min(asked, LONGEST_WAIT_MILLISECONDS);
  return FIRST_WAIT_MILLISECONDS * 2 ** (attempt - 1) * (1 + random() / 2);
}

function isTransient(error: unknown): boolean {
  return error instanceof TransientAnswer || (error instanceof Failure && error.code === 'registry-unreachable');
}

function unwrapped(error: unknown): unknown {
  return error instanceof TransientAnswer ? error.failure : error;
}
