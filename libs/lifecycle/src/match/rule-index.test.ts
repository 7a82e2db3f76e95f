import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { inventories, policies } from '../testing/arbitrary-inventory.ts';
import { compileSelection } from './compile-selection.ts';
import { RuleIndex } from './rule-index.ts';

describe('RuleIndex', () => {
  it('identifies what each rule alone would identify', () => {
    fc.assert(
      fc.property(policies, inventories, ({ rules }, images) => {
        const index = new RuleIndex(rules);
        for (const image of images) {
          const found: number[] = [];
          index.identify(image, (rule) => found.push(rule));
          const alone = rules.map(
            ({ selection }) =>
              (selection.storageClass ?? 'standard') === (image.storageClass ?? 'standard') &&
              compileSelection(selection)(image.tags),
          );
          expect(found).toEqual(alone.flatMap((about, at) => (about ? [at] : [])));
        }
      }),
    );
  });
});
