import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { policies, tiedInventories } from '../testing/arbitrary-inventory.ts';
import { NOW } from '../testing/images.ts';
import { evaluate, evaluator } from './evaluate.ts';
import type { InventoryImage } from './inventory-image.ts';
import type { Verdict } from './verdict.ts';

const LASTING = { kept: 2, archived: 1, expired: 0 };

function byDigest(verdicts: readonly Verdict[]): Map<string, Verdict> {
  return new Map(verdicts.map((verdict) => [verdict.image.digest, verdict]));
}

describe('evaluate, for manifest lists, signatures and SBOMs of any depth,', () => {
  it.each(['exclude', 'rank'] as const)('does not depend on the order of the images (children: %s)', (children) => {
    const judge = evaluator({ children });
    fc.assert(
      fc.property(policies, tiedInventories, (policy, images) => {
        expect(byDigest(judge(policy, [...images].reverse(), NOW))).toEqual(byDigest(judge(policy, images, NOW)));
      }),
      { numRuns: 200 },
    );
  });

  it.each(['exclude', 'rank'] as const)(
    'never lets an image go before a list that holds it (children: %s)',
    (children) => {
      const judge = evaluator({ children });
      fc.assert(
        fc.property(policies, tiedInventories, (policy, images) => {
          const verdicts = byDigest(judge(policy, images, NOW));
          for (const list of images.filter((image) => verdicts.get(image.digest)?.outcome === 'kept')) {
            const held = (list.children ?? []).map((digest) => verdicts.get(digest)?.outcome);
            expect(new Set(held)).toEqual(new Set(held.length === 0 ? [] : ['kept']));
          }
        }),
        { numRuns: 200 },
      );
    },
  );

  it('lets a follower last as long as what it follows, and no longer', () => {
    fc.assert(
      fc.property(policies, tiedInventories, (policy, all) => {
        // A list that is about its own child would follow it: that circle has a test of its own.
        const images = all.map((image) =>
          image.children === undefined ? image : { ...image, subject: 'sha256:gone' },
        );
        const verdicts = byDigest(evaluate(policy, images, NOW));
        for (const { image, outcome, follows } of verdicts.values()) {
          if (follows === undefined || image.storageClass === 'archive') continue;
          const parents = parentsOf(image, images).map((digest) => verdicts.get(digest)!.outcome);
          expect(LASTING[outcome]).toBe(Math.max(...parents.map((parent) => LASTING[parent])));
        }
      }),
      { numRuns: 200 },
    );
  });
});

function parentsOf({ digest, subject }: InventoryImage, images: readonly InventoryImage[]): string[] {
  const lists = images.filter(({ children = [] }) => children.includes(digest)).map((list) => list.digest);
  return subject !== undefined && images.some((image) => image.digest === subject) ? [...lists, subject] : lists;
}
