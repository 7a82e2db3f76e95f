import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { compileSelection } from '../match/compile-selection.ts';
import { keepNewest } from '../model/expiry-rules.ts';
import { tagged, taggedLike, taggedLikeAll, taggedWithAll, untagged, type Selection } from '../model/selection.ts';
import { toDocument } from '../render/render-policy.ts';
import { lintPolicy } from './lint-policy.ts';

const letters = fc.string({ unit: fc.constantFrom('a', 'b', '-'), maxLength: 6 });
const prefixes = fc.string({ unit: fc.constantFrom('a', 'b', '-'), minLength: 1, maxLength: 3 });
const patterns = fc.string({ unit: fc.constantFrom('a', 'b', '*'), minLength: 1, maxLength: 5 });

/** Of one rule each: no alternatives. */
const selections: fc.Arbitrary<Selection> = fc.oneof(
  prefixes.map((prefix) => tagged(prefix)),
  patterns.map((pattern) => taggedLike(pattern)),
  fc.tuple(prefixes, prefixes).map(([one, other]) => taggedWithAll(one, other)),
  fc.tuple(patterns, patterns).map(([one, other]) => taggedLikeAll(one, other)),
  fc.constant(untagged()),
);

function isUnreachable(earlier: Selection, later: Selection): boolean {
  const findings = lintPolicy([keepNewest(1, earlier), keepNewest(2, later)]);
  return findings.some(({ rule, path }) => rule === 'lifecycle-unreachable' && path.endsWith('rule 2'));
}

function testOf(selection: Selection) {
  const [rule] = toDocument([keepNewest(1, selection)]).rules;
  return compileSelection(rule?.selection ?? { tagStatus: 'untagged' });
}

describe('lifecycle-unreachable', () => {
  it('is never said of a rule that identifies an image which the earlier one does not', () => {
    const images = fc.array(fc.array(letters, { maxLength: 3 }), { minLength: 20, maxLength: 20 });
    fc.assert(
      fc.property(selections, selections, images, (earlier, later, tagSets) => {
        fc.pre(isUnreachable(earlier, later));
        const missed = tagSets.filter((tags) => testOf(later)(tags) && !testOf(earlier)(tags));
        expect(missed).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it('is said of every pattern that fills a "*" of an earlier one', () => {
    const fillings = fc.array(fc.constantFrom('', 'a', 'b', 'ba', '*', 'a*', '*b'), { minLength: 5, maxLength: 5 });
    fc.assert(
      fc.property(patterns, fillings, (pattern, filled) => {
        const narrow = pattern
          .split('*')
          .map((part, index) => `${index === 0 ? '' : (filled[index - 1] ?? '')}${part}`)
          .join('');
        fc.pre(narrow !== pattern && narrow !== '');
        expect(isUnreachable(taggedLike(pattern), taggedLike(narrow))).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
