import { maskDeep } from '../mask/mask-deep.ts';
import { sensitiveTexts } from '../mask/sensitive-texts.ts';
import { applyOverrides } from '../override/apply-overrides.ts';
import type { Override } from '../override/override.ts';
import type { Review, ReviewFinding, StackReview } from './review.ts';
import { reviewStack } from './review-stack.ts';
import type { StackInput } from './review-stack.ts';
import { verdictOf } from './verdict-of.ts';

export interface ReviewInput {
  readonly stacks: readonly StackInput[];
  /** @default none */
  readonly overrides?: readonly Override[];
  /** Commit that the plans were made of. @default not said */
  readonly commit?: string;
  readonly now: Date;
}

/** Reviews plans together: what they change, what of it is dangerous, and whether they may be applied. Secrets are masked. */
export function reviewPlans({ stacks, overrides = [], commit, now }: ReviewInput): Review {
  const parts = stacks.map((stack) => reviewStack(stack, now));
  const findings = applyOverrides(
    parts.flatMap((part) => part.findings),
    overrides,
    now,
  ).sort(byDanger);
  const reviews: StackReview[] = parts.map(({ review }) => ({
    ...review,
    verdict: verdictOf(findings.filter(({ stack }) => stack === review.stack)),
  }));
  const review: Review = {
    schemaVersion: 1,
    report: 'plan-review',
    verdict: verdictOf(findings),
    changed: reviews.some(isChanged),
    ...(commit === undefined ? {} : { commit }),
    findings,
    stacks: reviews,
  };
  return maskDeep(review, [...new Set(stacks.flatMap(({ plan }) => sensitiveTexts(plan)))]);
}

function isChanged({ changes, drift, outputs }: StackReview): boolean {
  return drift.length > 0 || outputs.length > 0 || changes.some(({ kind }) => kind !== 'read');
}

function byDanger(a: ReviewFinding, b: ReviewFinding): number {
  return weight(a) - weight(b);
}

function weight({ severity, override }: ReviewFinding): number {
  if (override !== undefined) return 2;
  return severity === 'error' ? 0 : 1;
}
