import { describe, expect, it } from '@jest/globals';
import { Failure } from '../failure.ts';
import type { FailureCode } from '../failure.ts';
import { retryTransport } from './retry-transport.ts';
import { TransientAnswer } from './transient-answer.ts';

interface Attempts {
  readonly calls: number;
  readonly waits: readonly number[];
  readonly code: string | undefined;
}

async function attempts(error: Error, failures: number): Promise<Attempts> {
  const waits: number[] = [];
  let calls = 0;
  const work = (attempt: number): Promise<void> => {
    calls = attempt;
    return attempt > failures ? Promise.resolve() : Promise.reject(error);
  };
  const wait = (milliseconds: number): Promise<void> => {
    waits.push(milliseconds);
    return Promise.resolve();
  };
  const code = await retryTransport(work, { wait, random: () => 0 }).then(
    () => undefined,
    (thrown: unknown) => (thrown instanceof Failure ? thrown.code : 'another'),
  );
  return { calls, waits, code };
}

function failure(code: FailureCode): Failure {
  return new Failure({ code, message: '', fix: '' });
}

function trouble(headers: Record<string, string> = {}): TransientAnswer {
  return new TransientAnswer(failure('registry-failed'), new Headers(headers));
}

describe('retryTransport', () => {
  it('asks again after a growing pause when no answer came', async () => {
    const seen = await attempts(failure('registry-unreachable'), 2);
    expect(seen).toEqual({ calls: 3, waits: [200, 400], code: undefined });
  });

  it('gives up after five times', async () => {
    const seen = await attempts(failure('registry-unreachable'), 9);
    expect(seen).toEqual({ calls: 5, waits: [200, 400, 800, 1600], code: 'registry-unreachable' });
  });

  it('asks a registry in trouble again, and passes on its words in the end', async () => {
    expect(await attempts(trouble(), 1)).toMatchObject({ calls: 2, waits: [200], code: undefined });
    expect(await attempts(trouble(), 9)).toMatchObject({ calls: 5, code: 'registry-failed' });
  });

  it.each([
    ['seconds', { 'retry-after': '3' }, 3000],
    ['a date', { 'retry-after': 'Wed, 21 Oct 2015 07:28:05 GMT', date: 'Wed, 21 Oct 2015 07:28:00 GMT' }, 5000],
    [
      'a date that is over',
      { 'retry-after': 'Wed, 21 Oct 2015 07:28:00 GMT', date: 'Wed, 21 Oct 2015 07:28:05 GMT' },
      0,
    ],
    ['more than a minute', { 'retry-after': '3600' }, 60_000],
    ['something else', { 'retry-after': 'soon' }, 200],
  ])('waits as the registry asks in %s', async (_, headers, wanted) => {
    expect((await attempts(trouble(headers), 1)).waits).toEqual([wanted]);
  });

  it('waits up to half longer by chance', async () => {
    const waits: number[] = [];
    const wait = (milliseconds: number): Promise<void> => Promise.resolve(void waits.push(milliseconds));
    await expect(retryTransport(() => Promise.reject(trouble()), { wait, random: () => 1 })).rejects.toThrow();
    expect(waits).toEqual([300, 600, 1200, 2400]);
  });

  it('takes any other answer for an answer', async () => {
    expect(await attempts(failure('registry-denied'), 1)).toEqual({ calls: 1, waits: [], code: 'registry-denied' });
  });

  it('ends its waiting when the user does', async () => {
    const ending = new AbortController();
    const work = (): Promise<never> => {
      ending.abort();
      return Promise.reject(trouble({ 'retry-after': '60' }));
    };
    await expect(retryTransport(work, { signal: ending.signal })).rejects.toMatchObject({ code: 'interrupted' });
  });
});
