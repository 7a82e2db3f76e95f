import { describe, expect, it } from '@jest/globals';
import { equivalentLifecyclePolicy } from './equivalent-lifecycle-policy.ts';

const rule = (rulePriority: number, selection: object = { tagStatus: 'any' }) => ({
  rulePriority,
  selection,
  action: { type: 'expire' },
});
const policy = (...rules: readonly object[]) => JSON.stringify({ rules });

describe('two lifecycle policies are one', () => {
  it.each([
    ['when rules stand in another order', policy(rule(1), rule(2)), policy(rule(2), rule(1))],
    [
      'when prefixes stand in another order',
      policy(rule(1, { tagPrefixList: ['a', 'b'] })),
      policy(rule(1, { tagPrefixList: ['b', 'a'] })),
    ],
    ['when an empty list is left out', policy(rule(1, { tagPatternList: [] })), policy(rule(1, {}))],
  ])('%s', (_, left, right) => {
    expect(equivalentLifecyclePolicy(left, right)).toBe(true);
  });
});

describe('two lifecycle policies are two', () => {
  it.each([
    ['when a number differs', policy(rule(1, { countNumber: 1 })), policy(rule(1, { countNumber: 2 }))],
    ['when priorities are swapped', policy(rule(1, { a: 1 }), rule(2)), policy(rule(2, { a: 1 }), rule(1))],
    ['when a rule is missing', policy(rule(1), rule(2)), policy(rule(1))],
    ['when one is no policy', policy(rule(1)), '[]'],
    ['when one is no JSON', policy(rule(1)), ''],
  ])('%s', (_, left, right) => {
    expect(equivalentLifecyclePolicy(left, right)).toBe(false);
  });
});
