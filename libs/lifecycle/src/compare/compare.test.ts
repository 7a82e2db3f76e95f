import { describe, expect, it } from '@jest/globals';
import { expireAfterDays, keepNewest } from '../model/expiry-rules.ts';
import { tagged, untagged } from '../model/selection.ts';
import { toDocument } from '../render/render-policy.ts';
import { image, letterOf, NOW } from '../testing/images.ts';
import { compare } from './compare.ts';

const images = [
  image('a', 3, { tags: ['v1'], sizeBytes: 10 }),
  image('b', 2, { tags: ['v2'], sizeBytes: 20 }),
  image('c', 1, { tags: ['v3'], sizeBytes: 30 }),
  image('d', 9, { sizeBytes: 5 }),
];
const ten = toDocument([keepNewest(10, tagged('v')), expireAfterDays(30, untagged())]);
const one = toDocument([keepNewest(1, tagged('v')), expireAfterDays(1, untagged())]);

describe('compare', () => {
  it('finds the images whose fate changes, with both verdicts', () => {
    const { images: changes } = compare(ten, one, { images, now: NOW });
    expect(
      changes.map(({ before, after }) => `${letterOf(after.image)}: ${before.outcome} -> ${after.outcome}`),
    ).toEqual(['a: kept -> expired', 'b: kept -> expired', 'd: kept -> expired']);
  });

  it('adds images and bytes up by the rule that decides now', () => {
    expect(compare(ten, one, { images, now: NOW }).totals).toEqual([
      { rulePriority: 1, outcome: 'expired', images: 2, bytes: 30 },
      { rulePriority: 2, outcome: 'expired', images: 1, bytes: 5 },
    ]);
  });

  it('finds what is newly kept, too', () => {
    expect(compare(one, { rules: [] }, { images, now: NOW }).totals).toEqual([
      { rulePriority: undefined, outcome: 'kept', images: 3, bytes: 35 },
    ]);
  });

  it('says in words what changed in the policy', () => {
    const after = toDocument([
      expireAfterDays(30, untagged()),
      keepNewest(5, tagged('v')),
      keepNewest(3, tagged('dev-')),
    ]);
    const before = toDocument([
      keepNewest(10, tagged('v')),
      expireAfterDays(30, untagged()),
      keepNewest(1, tagged('old-')),
    ]);
    expect(
      compare(before, after, { images: [], now: NOW }).rules.map(
        ({ change, description }) => `${change}: ${description}`,
      ),
    ).toEqual([
      'removed: keep the newest 1 tagged old-*',
      'added: keep the newest 3 tagged dev-*',
      'changed: tagged v*: keep the newest 10 -> 5',
      'moved: expire untagged images 30 days after the push: number 2 -> number 1 of the rules that stay',
      'moved: keep the newest 5 tagged v*: number 1 -> number 2 of the rules that stay',
    ]);
  });

  it('is empty for a policy that only describes or numbers its rules otherwise', () => {
    const renumbered = {
      rules: ten.rules.map((rule) => ({ ...rule, rulePriority: rule.rulePriority * 10, description: 'x' })),
    };
    expect(compare(ten, renumbered, { images, now: NOW })).toEqual({ images: [], totals: [], rules: [] });
  });
});
