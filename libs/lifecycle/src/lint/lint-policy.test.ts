import { describe, expect, it } from '@jest/globals';
import { lintPolicy } from './lint-policy.ts';
import { expireAfterDays, keepNewest } from '../model/expiry-rules.ts';
import type { LifecycleRule } from '../model/rule.ts';
import { anyImage, tagged, taggedLike, untagged } from '../model/selection.ts';

const clean = [keepNewest(10, tagged('v')), expireAfterDays(1, untagged())];

function rulesOf(rules: readonly LifecycleRule[]): string[] {
  return lintPolicy(rules).map(({ rule }) => rule);
}

describe('lintPolicy', () => {
  it('finds nothing in a policy that ECR takes', () => {
    expect(lintPolicy(clean)).toEqual([]);
  });

  it('returns all findings at once, each with its path and a fix', () => {
    const findings = lintPolicy([
      keepNewest(0, anyImage()),
      keepNewest(1, taggedLike('a*b*c*d*e*')),
      keepNewest(2, tagged('')),
    ]);
    expect(findings.map(({ rule, path }) => [rule, path])).toEqual([
      ['lifecycle-count-number', 'lifecycle / rule 1'],
      ['lifecycle-empty-match', 'lifecycle / rule 3'],
      ['lifecycle-wildcards', 'lifecycle / rule 2'],
      ['lifecycle-any-last', 'lifecycle / rule 1'],
    ]);
    expect(findings.every(({ fix }) => fix.length > 0)).toBe(true);
  });

  it('counts every prefix of a rule against the limit of 50 rules', () => {
    const [first = '', ...others] = Array.from({ length: 50 }, (_, index) => `p${index}-`);
    expect(rulesOf([keepNewest(1, tagged(first, ...others)), expireAfterDays(1, untagged())])).toEqual([
      'lifecycle-rule-count',
    ]);
    expect(rulesOf([keepNewest(1, tagged(first, ...others.slice(1))), expireAfterDays(1, untagged())])).toEqual([]);
  });

  it('takes a pattern with four "*" and refuses five', () => {
    expect(rulesOf([keepNewest(1, taggedLike('*a*b*c*')), expireAfterDays(1, untagged())])).toEqual([]);
    expect(rulesOf([keepNewest(1, taggedLike('*a*b*c*d*')), expireAfterDays(1, untagged())])).toEqual([
      'lifecycle-wildcards',
    ]);
  });

  it('refuses two rules about the same images', () => {
    expect(rulesOf([...clean, keepNewest(5, tagged('v'))])).toEqual(['lifecycle-repeated-selection']);
    expect(rulesOf([...clean, expireAfterDays(7, untagged())])).toEqual(['lifecycle-repeated-selection']);
  });

  it('refuses a text over 30,720 characters', () => {
    expect(rulesOf([keepNewest(1, tagged('v'), 'x'.repeat(30_720)), expireAfterDays(1, untagged())])).toEqual([
      'lifecycle-text-length',
    ]);
  });

  it('refuses an empty policy, and days or counts that are not whole numbers from 1', () => {
    expect(rulesOf([])).toEqual(['lifecycle-rule-count']);
    expect(rulesOf([expireAfterDays(0.5, untagged())])).toEqual(['lifecycle-count-number']);
  });

  it('warns when untagged images would be kept for ever', () => {
    expect(lintPolicy([keepNewest(10, tagged('v'))])).toMatchObject([
      { rule: 'lifecycle-untagged-kept', severity: 'warning', path: 'lifecycle' },
    ]);
  });
});
