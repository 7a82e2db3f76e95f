import { expect, it } from '@jest/globals';
import { checkEnvironment } from '../check-environment.ts';
import { found, type RuleCase } from './sound.ts';

/** Rules of this repository's own: no limit of AWS, GitHub or Terraform stands behind them. */
const OWN: ReadonlySet<string> = new Set([
  'environment-name',
  'production-not-protected',
  'exclusion-filter-repeated',
  'exclusion-filter-unused',
  'encryption-key-missing',
  'moving-tag-in-production',
  'never-scanned',
  'deletion-not-protected',
  'deletion-unguarded',
  'deletion-guard-off',
  'lifecycle-missing',
  'lifecycle-can-empty',
  'granted-twice',
  'replication-prefix-redundant',
  'notification-events',
  'unmanaged-repeated',
  'ci-subject-repeated',
  'ci-role-unused',
  'ci-push-in-production',
  'ci-environment-tag',
]);

/** Tests that each rule bites where it should, alone, and lets pass what is close to it. */
export function ruleTable(cases: readonly RuleCase[]): void {
  it.each(cases)('%s', (finding, bites, passes) => {
    expect(found(bites)).toEqual([finding]);
    expect(found(passes)).toEqual([]);
  });

  it.each(cases)('%s: quotes the value, and names its source where the limit is not ours', (_, bites) => {
    for (const { rule, message, fix, source } of checkEnvironment(bites)) {
      expect(message).toMatch(/"[^"]*"/);
      expect(fix).not.toBe('');
      expect(source === undefined).toBe(OWN.has(rule));
    }
  });
}
