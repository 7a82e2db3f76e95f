import fc from 'fast-check';
import { expect, it } from '@jest/globals';
import { paginate } from './paginate.ts';

function all(items: readonly string[], maxResults: number): readonly string[] {
  const seen: string[] = [];
  let nextToken: string | undefined;
  do {
    const page = paginate(items, (item) => item, { maxResults, nextToken });
    seen.push(...page.items);
    nextToken = page.nextToken;
  } while (nextToken !== undefined);
  return seen;
}

it('returns every item once, whatever the size of the pages', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.string()), fc.integer({ min: 1, max: 7 }), (items, size) => {
      expect([...all(items, size)].sort()).toEqual([...items].sort());
    }),
  );
});

it('never returns an empty last page', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.string(), { minLength: 1 }), fc.integer({ min: 1, max: 5 }), (items, size) => {
      const page = paginate(items, (item) => item, { maxResults: size });
      expect(page.nextToken === undefined).toBe(items.length <= size);
    }),
  );
});

it('repeats nothing when an item of the last page is gone', () => {
  const first = paginate(['a', 'b', 'c', 'd'], (item) => item, { maxResults: 2 });
  expect(paginate(['a', 'c', 'd'], (item) => item, { maxResults: 2, nextToken: first.nextToken }).items).toEqual([
    'c',
    'd',
  ]);
});

it('has 100 items on a page when nothing is said', () => {
  const items = Array.from({ length: 101 }, (_, index) => String(index).padStart(3, '0'));
  expect(paginate(items, (item) => item, {}).items).toHaveLength(100);
});

it.each([0, 1001, 1.5])('refuses pages of %d', (maxResults) => {
  expect(() => paginate([], String, { maxResults })).toThrow("'maxResults'");
});

it.each(['', 'x', Buffer.from('{}').toString('base64url'), Buffer.from('null').toString('base64url')])(
  'refuses the token "%s"',
  (nextToken) => {
    expect(() => paginate([], String, { nextToken })).toThrow("'nextToken'");
  },
);
