import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parsePlan, reviewPlans } from '@slipway/plan-review';
import type { Review } from '@slipway/plan-review';
import { MARKER, renderMarkdownReview } from './render-markdown-review.ts';

function review(changes: readonly object[]): Review {
  const { plan } = parsePlan(JSON.stringify({ format_version: '1.2', resource_changes: changes }));
  const stacks = [{ stack: 'prod', plan: plan!, production: true, stateBuckets: [] }];
  return reviewPlans({ stacks, now: new Date('2026-06-30') });
}

function many(number: number, type: string, actions: readonly string[]): object[] {
  return Array.from({ length: number }, (_, index) => ({
    address: `${type}.number${index}`,
    type,
    change: { actions, before: { name: `n${index}`, note: 'x'.repeat(300) }, after: { name: `m${index}` } },
  }));
}

describe('the comment', () => {
  it('has everything when there is room', () => {
    const text = renderMarkdownReview(review(many(3, 'acme_thing', ['update'])));
    expect(text).toContain('`name`: `n2` → `m2`');
    expect(text).not.toContain('shortened');
  });

  it.each([
    ['changes', many(2_000, 'acme_thing', ['update'])],
    ['findings', many(2_000, 'aws_ecr_repository', ['delete'])],
  ])('leaves out details of 2,000 %s, and says so', (_, changes) => {
    const text = renderMarkdownReview(review(changes));
    expect(text.length).toBeLessThanOrEqual(65_536);
    expect(text).toContain('This is shortened');
    expect(text.match(/<details>/g)?.length).toBe(text.match(/<\/details>/g)?.length);
  });

  it('names what blocks even when little else is left', () => {
    const changes = [...many(3_000, 'acme_thing', ['update']), ...many(1, 'aws_ecr_repository', ['delete'])];
    const text = renderMarkdownReview(review(changes));
    expect(text.length).toBeLessThanOrEqual(65_536);
    expect(text).toMatch(/blocked.*aws_ecr_repository\.number0/);
  });

  it('never exceeds the limit, and always begins with the marker', () => {
    const all = review([...many(40, 'aws_ecr_repository', ['delete']), ...many(40, 'acme_thing', ['update'])]);
    fc.assert(
      fc.property(fc.integer({ min: 100, max: 70_000 }), (limit) => {
        const text = renderMarkdownReview(all, limit);
        expect(text.length).toBeLessThanOrEqual(limit);
        expect(text.startsWith(MARKER)).toBe(true);
      }),
      { numRuns: 15 },
    );
  });
});
