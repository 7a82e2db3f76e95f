import { describe, expect, it } from '@jest/globals';
import { planText, resourceJson, reviewOf } from '../testing/plan-json.ts';

describe('reviewPlans', () => {
  it('is ok and unchanged for a plan that changes nothing', () => {
    const review = reviewOf(planText([{ type: 'aws_ecr_repository', actions: ['no-op'] }]));
    expect(review).toMatchObject({ schemaVersion: 1, verdict: 'ok', changed: false, findings: [] });
    expect(review.stacks[0]).toMatchObject({ changes: [], counts: { none: 1 } });
  });

  it('names a resource of any type, and puts the most dangerous first', () => {
    const { stacks } = reviewOf(
      planText([
        { type: 'acme_new', actions: ['create'] },
        { type: 'acme_thing', before: { size: 1 }, after: { size: 2 } },
        { type: 'acme_old', actions: ['delete'] },
      ]),
    );
    expect(stacks[0]?.changes.map(({ address, kind }) => `${kind} ${address}`)).toEqual([
      'destroy acme_old.it',
      'update acme_thing.it',
      'create acme_new.it',
    ]);
    expect(stacks[0]?.changes[1]?.attributes).toEqual([{ path: 'size', before: '1', after: '2' }]);
  });

  it('keeps drift apart from changes', () => {
    const drift = resourceJson({ type: 'aws_ecr_repository', before: { a: '1' }, after: { a: '2' } });
    const review = reviewOf(planText([], { resource_drift: [drift] }));
    expect(review).toMatchObject({ verdict: 'attention', changed: true });
    expect(review.findings[0]?.message).toBe('it was changed outside of Terraform (a: 1 -> 2)');
    expect(review.stacks[0]).toMatchObject({ changes: [], drift: [{ address: 'aws_ecr_repository.it' }] });
  });

  it('blocks a plan that ended with an error, and wants attention for one that is not all', () => {
    expect(reviewOf(planText([], { errored: true })).verdict).toBe('blocked');
    expect(reviewOf(planText([], { complete: false })).verdict).toBe('attention');
    expect(reviewOf(planText([], { deferred_changes: [{}] })).verdict).toBe('attention');
  });

  it('shows outputs without what is sensitive', () => {
    const change = {
      actions: ['update'],
      before: 'fake-old',
      after: 'fake-new',
      before_sensitive: true,
      after_sensitive: true,
    };
    const review = reviewOf(planText([], { output_changes: { key: change } }));
    expect(review.stacks[0]?.outputs).toMatchObject([{ name: 'key', kind: 'update' }]);
    expect(JSON.stringify(review)).not.toContain('fake-');
  });

  it('masks what is marked as sensitive also where a copy of it is not marked', () => {
    const after = { tags: { Owner: 'fake-owner' }, tags_all: { Owner: 'fake-owner' }, note: 'of fake-owner' };
    const review = reviewOf(
      planText([{ type: 'a', actions: ['create'], after, sensitive: { tags: { Owner: true } } }]),
    );
    expect(JSON.stringify(review)).not.toContain('fake-owner');
    expect(review.stacks[0]?.changes[0]?.attributes).toContainEqual({ path: 'note', after: 'of (masked)' });
  });

  it('keeps its verdict whatever is marked as sensitive', () => {
    const before = { name: 'blocked', a: 'destroy', b: 'repository-destroyed' };
    const review = reviewOf(planText([{ type: 'aws_ecr_repository', actions: ['delete'], before, sensitive: true }]));
    expect(review).toMatchObject({
      verdict: 'blocked',
      findings: [{ rule: 'repository-destroyed', severity: 'error' }],
    });
  });

  it('masks secrets wherever they stand, addresses and policies included', () => {
    const key = 'AKIAIOSFODNN7EXAMPLE';
    const policy = JSON.stringify({ Statement: { Effect: 'Allow', Principal: { AWS: key }, Action: 'ecr:PutImage' } });
    const change = { type: 'a', address: `a.it["${key}"]`, before: {}, after: { policy, note: key } };
    expect(JSON.stringify(reviewOf(planText([change])))).not.toContain(key);
  });
});
