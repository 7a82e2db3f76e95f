import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from '@jest/globals';
import { KeyedLock } from './keyed-lock.ts';

it('runs actions of one key in order, also after a failure, and those of others beside them', async () => {
  const lock = new KeyedLock();
  const log: string[] = [];
  const act = (name: string, milliseconds: number) => async (): Promise<void> => {
    log.push(`${name}+`);
    await sleep(milliseconds);
    log.push(`${name}-`);
    if (name === 'a') throw new Error('a');
  };
  const all = await Promise.allSettled([
    lock.run('1', act('a', 40)),
    lock.run('1', act('b', 1)),
    lock.run('2', act('c', 1)),
  ]);
  expect(all.map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'fulfilled']);
  expect(log).toEqual(['a+', 'c+', 'c-', 'a-', 'b+', 'b-']);
});
