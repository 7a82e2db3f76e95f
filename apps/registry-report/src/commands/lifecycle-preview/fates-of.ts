import { evaluate } from '@slipway/lifecycle';
import type { ForecastEvent, InventoryImage, PolicyDocument, Verdict } from '@slipway/lifecycle';
import type { ImageFate, RuleName } from './lifecycle-preview.ts';

const DAY = 86_400_000;

export interface FateContext {
  readonly policy: PolicyDocument;
  readonly now: Date;
  /** What the policy does within the days. */
  readonly events: readonly ForecastEvent[];
}

/** What becomes of every image, newest push first. */
export function fatesOf(images: readonly InventoryImage[], { policy, now, events }: FateContext): ImageFate[] {
  const last = new Map(events.map((event) => [event.verdict.image.digest, event]));
  return evaluate(policy, images, now)
    .map((verdict) => {
      const event = last.get(verdict.image.digest);
      const image = describe(verdict.image, now);
      return event === undefined
        ? { ...image, ...decision(verdict, policy) }
        : { ...image, ...decision(event.verdict, policy), inDays: daysUntil(event, now) };
    })
    .sort(newestFirst);
}

/** By push; those of the same moment by digest. */
function newestFirst(a: ImageFate, b: ImageFate): number {
  if (a.pushedAt !== b.pushedAt) return a.pushedAt < b.pushedAt ? 1 : -1;
  return a.digest < b.digest ? -1 : 1;
}

/** In how many days an event is; 0 is now. */
export function daysUntil({ at }: ForecastEvent, now: Date): number {
  return Math.round((at.getTime() - now.getTime()) / DAY);
}

/** A rule by its priority, with its own description or, without one, the priority alone. */
export function ruleName(priority: number, { rules }: PolicyDocument): RuleName {
  const rule = rules.find(({ rulePriority }) => rulePriority === priority);
  return { priority, description: rule?.description ?? '' };
}

function describe({ digest, tags, pushedAt, sizeBytes, storageClass = 'standard' }: InventoryImage, now: Date) {
  return {
    digest,
    tags: [...tags].sort(),
    pushedAt: pushedAt.toISOString(),
    ageDays: Math.floor((now.getTime() - pushedAt.getTime()) / DAY),
    ...(sizeBytes === undefined ? {} : { bytes: sizeBytes }),
    storageClass,
  };
}

function decision({ outcome, rulePriority, reason, uncertain }: Verdict, policy: PolicyDocument) {
  return {
    fate: outcome,
    ...(rulePriority === undefined ? {} : { rule: ruleName(rulePriority, policy) }),
    because: reason,
    ...(uncertain === undefined ? {} : { uncertain }),
  };
}
