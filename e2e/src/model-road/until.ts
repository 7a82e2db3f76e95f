import { setTimeout as wait } from 'node:timers/promises';

const EVERY_MILLISECONDS = 200;
/** Far longer than anything here takes: nothing is measured by it, it only ends a test that would never end. */
const ATTEMPTS = 600;

/** Asks again and again until there is an answer other than undefined. */
export async function until<T>(what: string, ask: () => Promise<T | undefined>): Promise<T> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    await wait(EVERY_MILLISECONDS);
  }
  throw new Error(`waited in vain until ${what}`);
}
