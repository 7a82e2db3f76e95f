import { describe, expect, it } from '@jest/globals';
import {
  anyImage,
  archiveAfterDays,
  archiveAllButNewest,
  archiveUnpulledAfterDays,
  expireAfterDays,
  expireArchivedAfterDays,
  keepNewest,
  renderPolicy,
  tagged,
  taggedLikeAll,
  toDocument,
  untagged,
} from '@slipway/lifecycle';
import { readPolicyInForce } from './read-policy-in-force.ts';

const selection = { tagStatus: 'any', countType: 'imageCountMoreThan', countNumber: 1 };
const rule = { rulePriority: 1, selection, action: { type: 'expire' } };

describe('readPolicyInForce', () => {
  it('reads every kind of rule that the specs can have', () => {
    const rules = [
      keepNewest(10, tagged('v', 'dev-')),
      expireAfterDays(1, untagged()),
      archiveAllButNewest(5, taggedLikeAll('*-x', '*-y')),
      archiveAfterDays(30, tagged('exp-')),
      archiveUnpulledAfterDays(60, tagged('old-')),
      expireArchivedAfterDays(90, anyImage()),
    ];
    expect(readPolicyInForce(renderPolicy(rules))).toEqual({ document: toDocument(rules) });
  });

  it.each([
    ['no JSON', '{'],
    ['no rules', '{}'],
    ['a priority that is no whole number', { ...rule, rulePriority: 1.5 }],
    ['an action of tomorrow', { ...rule, action: { type: 'copy' } }],
    ['a selection of tomorrow', { ...rule, selection: { ...selection, platform: 'linux/arm64' } }],
    ['a count of tomorrow', { ...rule, selection: { ...selection, countType: 'sinceImageScanned' } }],
    [
      'both kinds of lists',
      { ...rule, selection: { ...selection, tagStatus: 'tagged', tagPrefixList: ['a'], tagPatternList: ['b'] } },
    ],
    ['tagged without a list', { ...rule, selection: { ...selection, tagStatus: 'tagged' } }],
    ['days without a unit', { ...rule, selection: { ...selection, countType: 'sinceImagePushed' } }],
    ['a pull that expires', { ...rule, selection: { ...selection, countType: 'sinceImagePulled', countUnit: 'days' } }],
  ])('understands nothing of a policy with %s', (_, found) => {
    const text = typeof found === 'string' ? found : JSON.stringify({ rules: [rule, found] });
    const { document, problems = [] } = readPolicyInForce(text);
    expect(document).toBeUndefined();
    expect(problems[0]).toMatchObject({
      rule: 'lifecycle-unreadable',
      path: expect.stringMatching(/^policy in force/) as unknown,
    });
  });
});
