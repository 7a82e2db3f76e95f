import { expect, it } from '@jest/globals';
import { Failure } from '../failure.ts';
import type { FailureCode } from '../failure.ts';
import { retryTransport } from './retry-transport.ts';

async function attempts(
  code: FailureCode,
  failures: number,
): Promise<{ calls: number; waits: number[]; failed: boolean }> {
  const waits: number[] = [];
  let calls = 0;
  const work = (): Promise<void> => {
    calls += 1;
    return calls > failures ? Promise.resolve() : Promise.reject(new Failure({ code, message: '', fix: '' }));
  };
  const wait = (milliseconds: number): Promise<void> => {
    waits.push(milliseconds);
    return Promise.resolve();
  };
  const failed = await retryTransport(work, wait).then(
    () => false,
    () => true,
  );
  return { calls, waits, failed };
}

it('asks again after a growing pause when no answer came', async () => {
  expect(await attempts('registry-unreachable', 2)).toEqual({ calls: 3, waits: [200, 400], failed: false });
});

it('gives up after three times', async () => {
  expect(await attempts('registry-unreachable', 9)).toEqual({ calls: 3, waits: [200, 400], failed: true });
});

it('takes any answer for an answer', async () => {
  expect(await attempts('registry-denied', 1)).toEqual({ calls: 1, waits: [], failed: true });
});
