import { describe, expect, it } from '@jest/globals';
import { archiveUnpulledAfterDays } from './archival-rules.ts';
import { keepNewest } from './expiry-rules.ts';
import type { PolicyDocument } from './policy-document.ts';
import type { LifecycleRule } from './rule.ts';
import { tagged, untagged, type Selection } from './selection.ts';

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
    expect([prefixed, both, unpulled, twofold, counted, unit]).toHaveLength(6);
    expect(archiveUnpulledAfterDays(9, untagged())).not.toHaveProperty('expiry');
  });
});
