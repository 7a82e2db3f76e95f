import { describe, expect, it } from '@jest/globals';
import { archiveUnpulledAfterDays } from './archival-rules.ts';
import { keepNewest } from './expiry-rules.ts';
import type { PolicyDocument, RuleDocument, TagDocument } from './policy-document.ts';
import { parsePolicy } from '../parse/parse-policy.ts';
import type { LifecycleRule } from './rule.ts';
import { tagged, taggedWithAll, untagged, type Selection } from './selection.ts';

/** Each directive fails the type check when the line below it compiles. */
describe('wrong combinations', () => {
  it('do not compile', () => {
    // @ts-expect-error untagged images have no prefix
    const prefixed: Selection = { tagStatus: 'untagged', anyOf: [{ prefix: 'v' }] };
    // @ts-expect-error one match is a prefix or a pattern
    const both: Selection = { tagStatus: 'tagged', anyOf: [{ prefix: 'v', pattern: 'v*' }] };
    // @ts-expect-error what nobody pulls is archived, not expired
    const unpulled: LifecycleRule = { selection: untagged(), expiry: { unpulledDays: 9 } };
    // @ts-expect-error a rule expires or archives
    const twofold: LifecycleRule = { ...keepNewest(1, tagged('v')), archival: { days: 1 } };
    // @ts-expect-error a rule is about count or age
    const counted: LifecycleRule = { selection: untagged(), expiry: { keepNewest: 1, days: 1 } };
    const count = { tagStatus: 'any', countType: 'imageCountMoreThan', countNumber: 1, countUnit: 'days' } as const;
    // @ts-expect-error images are counted without a unit
    const unit: PolicyDocument = { rules: [{ rulePriority: 1, selection: count, action: { type: 'expire' } }] };
    // @ts-expect-error at least one prefix
    expect(tagged().tagStatus).toBe('tagged');
    // @ts-expect-error AND needs two
    expect(taggedWithAll('v').tagStatus).toBe('tagged');
    // @ts-expect-error prefixes or patterns, not both
    const mixed: Selection = { tagStatus: 'tagged', allOf: { prefixes: ['a', 'b'], patterns: ['a*', 'b*'] } };
    expect([prefixed, both, unpulled, twofold, counted, unit, mixed]).toHaveLength(7);
    expect(archiveUnpulledAfterDays(9, untagged())).not.toHaveProperty('expiry');
  });

  it('do not compile as documents either, and ECR would reject them', () => {
    const pulled = { tagStatus: 'any', countType: 'sinceImagePulled', countUnit: 'days', countNumber: 90 } as const;
    const archived = {
      ...{ tagStatus: 'any', storageClass: 'archive', countType: 'sinceImageTransitioned' },
      ...{ countUnit: 'days', countNumber: 90 },
    } as const;
    const count = { tagStatus: 'any', countType: 'imageCountMoreThan', countNumber: 1 } as const;
    const archive = { type: 'transition', targetStorageClass: 'archive' } as const;
    // @ts-expect-error what nobody pulls is archived, not expired
    const expired: RuleDocument = { rulePriority: 1, selection: pulled, action: { type: 'expire' } };
    // @ts-expect-error what is archived can't be archived
    const again: RuleDocument = { rulePriority: 1, selection: archived, action: archive };
    // @ts-expect-error archive storage goes with its own count type
    const other: RuleDocument = { rulePriority: 1, selection: { ...count, storageClass: 'archive' }, action: archive };
    // @ts-expect-error a transition needs a target
    const nowhere: RuleDocument = { rulePriority: 1, selection: count, action: { type: 'transition' } };
    // @ts-expect-error tagged needs a list
    const listless: RuleDocument = { rulePriority: 1, selection: { ...count, tagStatus: 'tagged' }, action: archive };
    // @ts-expect-error a list of nothing
    const empty: TagDocument = { tagStatus: 'tagged', tagPrefixList: [] };
    // @ts-expect-error the lists exclude each other
    const lists: TagDocument = { tagStatus: 'tagged', tagPrefixList: ['v'], tagPatternList: ['v*'] };
    const tags = [empty, lists].map((tag) => ({ rulePriority: 1, selection: { ...count, ...tag }, action: archive }));
    for (const rule of [expired, again, other, nowhere, listless, ...tags]) {
      expect(parsePolicy(JSON.stringify({ rules: [rule] })).document).toBeUndefined();
    }
  });
});
