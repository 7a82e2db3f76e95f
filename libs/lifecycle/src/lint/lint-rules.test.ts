import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { archiveAfterDays, archiveAllButNewest } from '../model/archival-rules.ts';
import { expireAfterDays, expireArchivedAfterDays, keepNewest } from '../model/expiry-rules.ts';
import type { LifecycleRule } from '../model/rule.ts';
import { anyImage, tagged, taggedLike, taggedWithAll, untagged } from '../model/selection.ts';
import { toDocument } from '../render/render-policy.ts';
import { compileSelection } from '../match/compile-selection.ts';
import { policies } from '../testing/arbitrary-inventory.ts';
import { contains } from './contains.ts';
import { lintDocument, lintPolicy } from './lint-policy.ts';

const end = expireAfterDays(1, untagged());
const archiveEnd = expireArchivedAfterDays(365, anyImage());
const found = (...rules: readonly LifecycleRule[]) => lintPolicy([end, ...rules]).map(({ rule }) => rule);

describe('lintPolicy', () => {
  it.each<[string, readonly LifecycleRule[], readonly LifecycleRule[]]>([
    [
      'lifecycle-unreachable',
      [keepNewest(10, tagged('v')), keepNewest(2, tagged('v1'))],
      [keepNewest(2, tagged('v1')), keepNewest(10, tagged('v'))],
    ],
    [
      'lifecycle-unreachable',
      [keepNewest(10, taggedLike('*-rc*')), keepNewest(2, taggedLike('v*-rc1'))],
      [keepNewest(10, taggedLike('*-rc')), keepNewest(2, taggedLike('*-beta'))],
    ],
    [
      'lifecycle-unreachable',
      [keepNewest(10, tagged('v')), keepNewest(2, taggedWithAll('v', 'prod'))],
      [keepNewest(10, taggedWithAll('v', 'prod')), keepNewest(2, tagged('v'))],
    ],
    [
      'lifecycle-expires-kept',
      [expireAfterDays(30, tagged('v1')), keepNewest(10, tagged('v'))],
      [keepNewest(10, tagged('v')), expireAfterDays(30, tagged('exp-'))],
    ],
    [
      'lifecycle-expires-kept',
      [keepNewest(5, tagged('v1')), archiveAfterDays(90, tagged('v')), archiveEnd],
      [archiveAfterDays(90, tagged('v1')), keepNewest(5, tagged('v')), archiveEnd],
    ],
    [
      'lifecycle-expires-kept',
      [expireAfterDays(30, tagged('v1')), keepNewest(10, tagged('v'))],
      [expireAfterDays(30, tagged('v1')), keepNewest(10, anyImage())],
    ],
    [
      'lifecycle-unreachable',
      [keepNewest(30, tagged('v')), archiveAllButNewest(10, taggedLike('v*')), archiveEnd],
      [archiveAllButNewest(10, tagged('v')), archiveEnd],
    ],
    [
      'lifecycle-overlap',
      [keepNewest(10, taggedLike('v*')), keepNewest(5, taggedLike('*-rc'))],
      [keepNewest(10, taggedLike('v*-final')), keepNewest(5, taggedLike('v*-rc'))],
    ],
    [
      'lifecycle-overlap',
      [expireAfterDays(30, taggedLike('v*')), expireAfterDays(7, taggedLike('*-rc'))],
      [expireAfterDays(30, taggedLike('v*')), expireAfterDays(30, taggedLike('*-rc'))],
    ],
    [
      'lifecycle-archived-kept',
      [archiveAfterDays(30, tagged('v'))],
      [archiveAfterDays(30, tagged('v')), expireArchivedAfterDays(365, anyImage())],
    ],
    [
      'lifecycle-archived-kept',
      [archiveAfterDays(30, tagged('v')), expireArchivedAfterDays(365, tagged('v1'))],
      [archiveAfterDays(30, tagged('v1')), expireArchivedAfterDays(365, tagged('v'))],
    ],
    ['lifecycle-archived-days', [expireArchivedAfterDays(89, anyImage())], [expireArchivedAfterDays(90, anyImage())]],
  ])('%s: bites, and lets pass what is close to it', (name, bites, passes) => {
    expect(found(...bites)).toEqual([name]);
    expect(found(...passes)).toEqual([]);
  });

  it('finds a rule about any image to which two others leave nothing', () => {
    const every = keepNewest(10, taggedLike('*'));
    expect(lintPolicy([every, end, keepNewest(1, anyImage())])).toMatchObject([
      { rule: 'lifecycle-unreachable', path: 'lifecycle / rule 3', fix: expect.stringContaining('rule 1 and rule 2') },
    ]);
    expect(lintPolicy([keepNewest(10, taggedLike('*-*')), end, keepNewest(1, anyImage())])).toEqual([]);
    expect(lintPolicy([every, expireAfterDays(9, anyImage())])).toEqual([]);
  });

  it('takes a "*" in a prefix for an ordinary character, which ECR does too', () => {
    expect(found(keepNewest(10, tagged('a*b')), keepNewest(2, taggedLike('a*b*')))).not.toContain(
      'lifecycle-unreachable',
    );
    expect(found(keepNewest(10, tagged('a*b')), keepNewest(2, tagged('axb')))).not.toContain('lifecycle-unreachable');
  });

  it('takes a rule about any image as the last of each storage class', () => {
    expect(lintPolicy([expireArchivedAfterDays(90, anyImage()), expireAfterDays(30, anyImage())])).toEqual([]);
    const rules = lintPolicy([expireAfterDays(30, anyImage()), expireArchivedAfterDays(90, anyImage())]);
    expect(rules).toEqual([]);
  });

  it('knows that its own lists mean AND, and asks about those of others', () => {
    const rules = [keepNewest(5, taggedWithAll('v', 'prod')), end];
    expect(lintPolicy(rules)).toEqual([]);
    expect(lintDocument(toDocument(rules)).map(({ rule }) => rule)).toEqual(['lifecycle-list-means-and']);
  });

  it('names the source of every limit of ECR', () => {
    const findings = lintPolicy([
      keepNewest(0, anyImage()),
      keepNewest(1, taggedLike('a*b*c*d*e*')),
      keepNewest(2, tagged('')),
      keepNewest(2, tagged('')),
    ]);
    const sourceless = findings.filter(({ source }) => source === undefined).map(({ rule }) => rule);
    expect(sourceless).toEqual([]);
  });
});

describe('contains', () => {
  it('is never wrong: what the inner selection is about, the outer one is about too', () => {
    const tagSets = fc.array(fc.constantFrom('v', 'v1', 'v1-prod', 'dev-a', 'main', 'o1', 'prod'), { maxLength: 3 });
    fc.assert(
      fc.property(policies, tagSets, ({ rules }, tags) => {
        for (const { selection: outer } of rules) {
          for (const { selection: inner } of rules) {
            if (contains(outer, inner) && compileSelection(inner)(tags))
              expect(compileSelection(outer)(tags)).toBe(true);
          }
        }
      }),
      { numRuns: 500 },
    );
  });
});
