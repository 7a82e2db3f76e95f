import { describe, expect, it } from '@jest/globals';
import { inParallel } from './in-parallel.ts';

describe('inParallel', () => {
  it('gives the results in the order of the items, and works on no more than the limit at a time', async () => {
    let running = 0;
    let most = 0;
    const work = async (item: number): Promise<number> => {
      running += 1;
      most = Math.max(most, running);
      // The first items take the longest.
      for (let turn = item; turn < 10; turn += 1) await Promise.resolve();
      running -= 1;
      return item * 10;
    };
    expect(await inParallel([1, 2, 3, 4, 5], { limit: 2, work })).toEqual([10, 20, 30, 40, 50]);
    expect(most).toBe(2);
  });

  it('begins nothing more once something failed', async () => {
    const begun: number[] = [];
    const work = (item: number): Promise<void> => {
      begun.push(item);
      return item === 1 ? Promise.reject(new Error('no')) : Promise.resolve();
    };
    await expect(inParallel([1, 2, 3, 4, 5, 6], { limit: 2, work })).rejects.toThrow('no');
    expect(begun.length).toBeLessThan(6);
  });

  it('has nothing to do for no items', async () => {
    expect(await inParallel([], { limit: 4, work: () => Promise.reject(new Error('worked')) })).toEqual([]);
  });
});
