import { describe, expect, it } from '@jest/globals';
import { Failure } from '../failure.ts';
import { ok } from './check.ts';
import { runCheck } from './run-check.ts';

const { signal } = new AbortController();
const run = { signal, limit: 1000 };

describe('runCheck', () => {
  it('names the result', async () => {
    const check = { name: 'one', run: () => Promise.resolve(ok('fine')) };
    expect(await runCheck(check, undefined, run)).toEqual({ name: 'one', status: 'ok', message: 'fine' });
  });

  it('takes a Failure for what it found', async () => {
    const thrown = new Failure({ code: 'git-missing', message: 'no git', fix: 'install git' });
    const check = { name: 'one', run: () => Promise.reject(thrown) };
    expect(await runCheck(check, undefined, run)).toEqual({
      name: 'one',
      status: 'failure',
      message: 'no git',
      fix: 'install git',
    });
  });

  it('shows a bug of a check as a failure of that check', async () => {
    const check = {
      name: 'one',
      run: () => {
        throw new TypeError('x is not a function');
      },
    };
    expect(await runCheck(check, undefined, run)).toMatchObject({
      status: 'failure',
      message: 'the check itself failed: x is not a function',
    });
  });

  it('waits for no answer that does not come', async () => {
    const check = { name: 'one', run: () => new Promise<never>(() => undefined) };
    expect(await runCheck(check, undefined, { signal, limit: 10 })).toMatchObject({
      status: 'failure',
      message: 'no answer within 0.01 seconds',
    });
  });

  it('ends when the user ends the command', async () => {
    const check = { name: 'one', run: () => Promise.reject(new Error('aborted')) };
    await expect(runCheck(check, undefined, { signal: AbortSignal.abort(), limit: 10 })).rejects.toMatchObject({
      code: 'interrupted',
    });
  });
});
