import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { renderPolicy, toDocument } from './render-policy.ts';
import { expireAfterDays, keepNewest } from '../model/expiry-rules.ts';
import { anyImage, tagged, taggedLike, untagged } from '../model/selection.ts';

describe('toDocument', () => {
  it('writes the rules that the AWS user guide shows for "keep N" and "older than N days"', () => {
    // ECR user guide, "Examples of lifecycle policies": filtering on image age, on image count, on tag pattern.
    const rules = [
      keepNewest(30, tagged('prod'), 'a'),
      keepNewest(1, taggedLike('prod*'), 'b'),
      expireAfterDays(14, untagged(), 'c'),
    ];

    expect(toDocument(rules).rules).toEqual([
      {
        rulePriority: 1,
        description: 'a',
        selection: { tagStatus: 'tagged', tagPrefixList: ['prod'], countType: 'imageCountMoreThan', countNumber: 30 },
        action: { type: 'expire' },
      },
      {
        rulePriority: 2,
        description: 'b',
        selection: { tagStatus: 'tagged', tagPatternList: ['prod*'], countType: 'imageCountMoreThan', countNumber: 1 },
        action: { type: 'expire' },
      },
      {
        rulePriority: 3,
        description: 'c',
        selection: { tagStatus: 'untagged', countType: 'sinceImagePushed', countUnit: 'days', countNumber: 14 },
        action: { type: 'expire' },
      },
    ]);
  });

  it('expands "any of" into one rule for each prefix, because a list means AND in ECR', () => {
    const { rules } = toDocument([keepNewest(10, tagged('prod', 'dev', 'staging')), expireAfterDays(7, untagged())]);

    expect(rules.map(({ selection }) => selection)).toEqual([
      { tagStatus: 'tagged', tagPrefixList: ['prod'], countType: 'imageCountMoreThan', countNumber: 10 },
      { tagStatus: 'tagged', tagPrefixList: ['dev'], countType: 'imageCountMoreThan', countNumber: 10 },
      { tagStatus: 'tagged', tagPrefixList: ['staging'], countType: 'imageCountMoreThan', countNumber: 10 },
      { tagStatus: 'untagged', countType: 'sinceImagePushed', countUnit: 'days', countNumber: 7 },
    ]);
  });

  it('numbers priorities from 1 without gaps, in the order written, for any number of prefixes', () => {
    const prefixes = fc.uniqueArray(fc.stringMatching(/^[a-z]{1,8}$/), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(prefixes, (names) => {
        const [first = '', ...others] = names;
        const { rules } = toDocument([keepNewest(3, tagged(first, ...others)), keepNewest(9, anyImage())]);
        expect(rules.map(({ rulePriority }) => rulePriority)).toEqual([...names, 'any'].map((_, index) => index + 1));
      }),
    );
  });
});

describe('renderPolicy', () => {
  it('describes each rule where no description is given', () => {
    const text = renderPolicy([
      keepNewest(5, tagged('v')),
      expireAfterDays(30, taggedLike('exp-*')),
      keepNewest(2, anyImage()),
    ]);
    const { rules } = JSON.parse(text) as { rules: { description: string }[] };
    expect(rules.map(({ description }) => description)).toEqual([
      'keep the newest 5 tagged v*',
      'expire tagged exp-* 30 days after the push',
      'keep the newest 2 images',
    ]);
  });
});
