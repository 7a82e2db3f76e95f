import { describe, expect, it } from '@jest/globals';
import type { Finding } from '@slipway/findings';
import fc from 'fast-check';
import { archiveUnpulledAfterDays } from '../model/archival-rules.ts';
import { expireAfterDays, expireArchivedAfterDays, keepNewest } from '../model/expiry-rules.ts';
import { anyImage, tagged, untagged } from '../model/selection.ts';
import { renderPolicy, toDocument } from '../render/render-policy.ts';
import { policies } from '../testing/arbitrary-inventory.ts';
import { parsePolicy } from './parse-policy.ts';

const DESCRIPTION = 'long enough that the text of one rule has the hundred characters that ECR wants';
const selection = { tagStatus: 'tagged', tagPrefixList: ['v'], countType: 'imageCountMoreThan', countNumber: 10 };
const rule = { rulePriority: 1, description: DESCRIPTION, selection, action: { type: 'expire' } };
const since = { countType: 'sinceImagePushed', countUnit: 'days', countNumber: 1 };
const archived = {
  tagStatus: 'any',
  storageClass: 'archive',
  countType: 'sinceImageTransitioned',
  countUnit: 'days',
  countNumber: 90,
};

const parse = (...rules: readonly unknown[]) => parsePolicy(JSON.stringify({ rules }));
const rulesOf = (...rules: readonly unknown[]) =>
  parse(...rules)
    .findings.filter(({ severity }) => severity === 'error')
    .map(({ rule }) => rule);
const select = (change: object) => ({ ...rule, selection: { ...selection, ...change } });
const without = (key: keyof typeof selection, change: object = {}) => {
  const rest = Object.entries(selection).filter(([name]) => name !== key);
  return { ...rule, selection: { ...Object.fromEntries(rest), ...change } };
};
/** Of the errors, this one is about what ECR takes. */
const isRejection = ({ rule, severity }: Finding) => severity === 'error' && rule !== 'lifecycle-unreachable';
const copies = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    ...select({ tagPrefixList: [`p${index}-`] }),
    rulePriority: index + 1,
  }));

describe('parsePolicy', () => {
  it('takes what ECR takes, and gives it back', () => {
    const policy = [
      keepNewest(10, tagged('v')),
      archiveUnpulledAfterDays(90, tagged('old-')),
      expireAfterDays(1, untagged()),
      expireArchivedAfterDays(365, anyImage()),
    ];
    const { document, findings } = parsePolicy(renderPolicy(policy));
    expect({ document, findings }).toEqual({ document: toDocument(policy), findings: [] });
  });

  it('gives back any policy that ECR takes, to the character, and finds the form of every typed policy right', () => {
    fc.assert(
      fc.property(policies, (policy) => {
        const text = JSON.stringify(policy);
        const { document, findings } = parsePolicy(text);
        const forms = ['lifecycle-json', 'lifecycle-shape', 'lifecycle-combination', 'lifecycle-unknown-key'];
        expect(findings.filter(({ rule }) => forms.includes(rule))).toEqual([]);
        expect(document === undefined ? text : JSON.stringify(document)).toBe(text);
        expect(document === undefined).toBe(findings.some(isRejection));
      }),
      { numRuns: 300 },
    );
  });

  /** ECR user guide, lifecycle policy properties and creation considerations. */
  it.each([
    ['a priority used twice', [rule, { ...select({ tagPrefixList: ['w'] }) }], 'lifecycle-priority'],
    ['priority 0', [{ ...rule, rulePriority: 0 }], 'lifecycle-priority'],
    ['a count of 0', [select({ countNumber: 0 })], 'lifecycle-count-number'],
    [
      'two rules about any image',
      [
        { ...rule, selection: { tagStatus: 'any', ...since } },
        { ...rule, rulePriority: 2, selection: { tagStatus: 'any', ...since } },
      ],
      'lifecycle-repeated-selection',
    ],
    [
      'any before another rule',
      [
        { ...rule, selection: { tagStatus: 'any', ...since } },
        { ...rule, rulePriority: 2 },
      ],
      'lifecycle-any-last',
    ],
    [
      'two rules about untagged images',
      [1, 2].map((rulePriority) => ({ ...rule, rulePriority, selection: { tagStatus: 'untagged', ...since } })),
      'lifecycle-repeated-selection',
    ],
    ['tagged without a list', [without('tagPrefixList')], 'lifecycle-combination'],
    ['both lists', [select({ tagPatternList: ['v*'] })], 'lifecycle-combination'],
    ['a list beside any', [select({ tagStatus: 'any' })], 'lifecycle-combination'],
    ['a list beside untagged', [select({ tagStatus: 'untagged' })], 'lifecycle-combination'],
    ['an empty list', [select({ tagPrefixList: [] })], 'lifecycle-shape'],
    ['five "*"', [without('tagPrefixList', { tagPatternList: ['*a*b*c*d*'] })], 'lifecycle-wildcards'],
    ['a unit beside a count of images', [select({ countUnit: 'days' })], 'lifecycle-combination'],
    ['an age without a unit', [select({ countType: 'sinceImagePushed' })], 'lifecycle-shape'],
    ['an age in hours', [select({ ...since, countUnit: 'hours' })], 'lifecycle-shape'],
    ['expiry of what nobody pulls', [select({ ...since, countType: 'sinceImagePulled' })], 'lifecycle-combination'],
    [
      'archival of archived images',
      [{ ...rule, selection: archived, action: { type: 'transition', targetStorageClass: 'archive' } }],
      'lifecycle-combination',
    ],
    [
      'age in the archive about standard storage',
      [{ ...rule, selection: { ...archived, storageClass: 'standard' } }],
      'lifecycle-combination',
    ],
    ['89 days in the archive', [{ ...rule, selection: { ...archived, countNumber: 89 } }], 'lifecycle-archived-days'],
    ['a transition to nowhere', [{ ...rule, action: { type: 'transition' } }], 'lifecycle-shape'],
    ['archive storage with another count', [select({ storageClass: 'archive' })], 'lifecycle-combination'],
    ['51 rules', copies(51), 'lifecycle-rule-count'],
    [
      'the same tags in another order',
      [select({ tagPrefixList: ['a', 'b'] }), { ...select({ tagPrefixList: ['b', 'a', 'a'] }), rulePriority: 2 }],
      'lifecycle-repeated-selection',
    ],
    ['a text over 30,720 characters', [{ ...rule, description: 'x'.repeat(30_720) }], 'lifecycle-text-length'],
    ['a text under 100 characters', [], 'lifecycle-rule-count'],
    ['a misspelt key', [select({ tagPrefixes: ['v'] })], 'lifecycle-unknown-key'],
  ])('refuses %s', (_, rules, name) => {
    expect(rulesOf(...rules)).toContain(name);
    expect(parse(...rules).document).toBeUndefined();
  });

  it('takes 50 rules, four "*" and 90 days', () => {
    expect(rulesOf(...copies(50))).toEqual([]);
    expect(rulesOf(without('tagPrefixList', { tagPatternList: ['*a*b*c*'] }))).toEqual([]);
    expect(rulesOf({ ...rule, selection: archived })).toEqual([]);
  });

  it('says everything that is wrong at once, each with its path, the value and a fix', () => {
    const { findings } = parse({ rulePriority: 'one', selection: { tagStatus: 'all' }, action: { type: 'delete' } }, 7);
    expect(findings.map(({ path }) => path)).toEqual([
      'lifecycle / rule at 1 / rulePriority',
      'lifecycle / rule at 1 / selection / tagStatus',
      'lifecycle / rule at 1 / selection / countType',
      'lifecycle / rule at 1 / selection / countNumber',
      'lifecycle / rule at 1 / action / type',
      'lifecycle / rule at 2',
    ]);
    for (const { message, fix, source } of findings) {
      expect([/"[^"]+"/.test(message), fix.length > 0, source !== undefined]).toEqual([true, true, true]);
    }
  });

  it('says where a part is wrong: by the priority of its rule and the keys that lead to it', () => {
    const { findings } = parse(
      { ...select({ countUnit: 'days' }), rulePriority: 20 },
      { ...rule, rulePriority: 30, selection: archived, action: { type: 'transition', targetStorageClass: 'archive' } },
    );
    expect(findings.map(({ path }) => path)).toEqual([
      'lifecycle / rule 20 / selection / countUnit',
      'lifecycle / rule 30 / action / type',
    ]);
  });

  it('says what is wrong with the other rules though one is no rule', () => {
    const rules = rulesOf(
      { ...rule, action: { type: 'delete' } },
      { ...select({ countNumber: 0 }), rulePriority: 2 },
      { ...select({ tagPrefixList: ['w'] }), rulePriority: 1 },
      { ...select({ tagPrefixList: ['v'] }), rulePriority: 3, description: 'x'.repeat(30_720) },
    );
    expect(rules.sort()).toEqual([
      'lifecycle-count-number',
      'lifecycle-priority',
      'lifecycle-repeated-selection',
      'lifecycle-shape',
      'lifecycle-text-length',
    ]);
  });

  it('refuses numbers that are none of a count or a priority', () => {
    const text = (number: string) =>
      JSON.stringify({ rules: [rule] }).replace('"countNumber":10', `"countNumber":${number}`);
    for (const number of ['1e400', '1e300', '0.5', '-1', '9007199254740993']) {
      expect(parsePolicy(text(number)).findings.map(({ rule }) => rule)).toContain('lifecycle-count-number');
    }
    expect(rulesOf({ ...rule, rulePriority: 2 ** 60 })).toEqual(['lifecycle-priority']);
  });

  it('says of 51 rules what else is wrong with them', () => {
    const [first, ...others] = copies(51);
    expect(rulesOf({ ...first, selection: { ...selection, countNumber: 0 } }, ...others)).toEqual([
      'lifecycle-rule-count',
      'lifecycle-count-number',
    ]);
  });

  it('warns that a list of several entries means AND, and takes it', () => {
    const { document, findings } = parse(select({ tagPrefixList: ['v', 'release'] }));
    expect(document).toBeDefined();
    expect(findings.map(({ rule }) => rule)).toEqual(['lifecycle-list-means-and', 'lifecycle-untagged-kept']);
  });

  it('gives the document of a policy that ECR takes, though a rule of it never acts', () => {
    const narrow = { ...select({ tagPrefixList: ['v1'] }), rulePriority: 2 };
    const { document, findings } = parse(rule, narrow);
    expect(document?.rules).toHaveLength(2);
    expect(findings.map(({ rule }) => rule)).toContain('lifecycle-unreachable');
  });

  it.each([
    ['no JSON', '{"rules": [', 'lifecycle-json'],
    ['a list', '[]', 'lifecycle-shape'],
    ['null', 'null', 'lifecycle-shape'],
    [
      'a key that objects have anyway',
      '{"rules": [], "__proto__": {"rules": []}, "constructor": 1}',
      'lifecycle-unknown-key',
    ],
    ['depth', `${'['.repeat(200_000)}${']'.repeat(200_000)}`, 'lifecycle-'],
  ])('refuses %s and does not fail', (_, text, name) => {
    const { document, findings } = parsePolicy(text);
    expect(document).toBeUndefined();
    expect(findings.some(({ rule }) => rule.startsWith(name))).toBe(true);
  });

  it('shows no more than a hundred findings, however hostile the text', () => {
    const { findings } = parse(...Array.from({ length: 100_000 }, () => ({ '\u001b[2J': '\u001b' })));
    expect(findings.length).toBeLessThanOrEqual(101);
    expect(findings.at(-1)?.rule).toBe('lifecycle-more');
    expect(findings.filter(({ message }) => message.includes('\u001b'))).toEqual([]);
  });

  it('shows what ECR rejects before advice', () => {
    const list = { tagPrefixList: ['a', 'b'] };
    const rules = Array.from({ length: 120 }, () => ({ ...select(list), rulePriority: 1 }));
    const { findings } = parse(...rules.slice(1), { ...select({ ...list, countNumber: 0 }), rulePriority: 2 });
    expect(findings.slice(0, 100).filter(({ severity }) => severity === 'warning')).toEqual([]);
  });

  it('says all of a policy that ECR takes, and no error where it has only warnings', () => {
    const rules = Array.from({ length: 50 }, (_, index) => ({
      ...select({ tagPatternList: [`*.${index}-`, `*.${index}_`], tagPrefixList: undefined }),
      rulePriority: index + 1,
      action: { type: 'transition', targetStorageClass: 'archive' },
    }));
    const { document, findings } = parse(...rules);
    expect(document?.rules).toHaveLength(50);
    expect(findings).toHaveLength(101);
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('never throws', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.json(),
          fc.string(),
          fc.json().map((json) => `{"rules":[${json}]}`),
        ),
        (text) => {
          expect(parsePolicy(text).findings.length).toBeGreaterThan(0);
        },
      ),
      { numRuns: 500 },
    );
  });
});
