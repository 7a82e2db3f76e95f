import { describe, expect, it } from '@jest/globals';
import { parentsFirst } from './parents-first.ts';

describe('parentsFirst', () => {
  it('puts what is followed before what follows it, through any number of generations', () => {
    const generations = 200_000;
    const chain = Array.from({ length: generations }, (_, index) => [index, [index + 1]] as const);
    expect(parentsFirst(new Map(chain))).toEqual(chain.map(([index]) => index).reverse());
  });

  it('waits for the last of several', () => {
    const order = parentsFirst(
      new Map([
        [1, [0, 2]],
        [2, [3]],
        [3, [0]],
      ]),
    );
    expect(order).toEqual([3, 2, 1]);
  });

  it('leaves out a circle and what follows it', () => {
    expect(
      parentsFirst(
        new Map([
          [1, [2]],
          [2, [1]],
          [3, [2]],
          [4, [0]],
        ]),
      ),
    ).toEqual([4]);
  });
});
