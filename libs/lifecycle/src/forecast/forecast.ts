import { evaluate } from '../evaluate/evaluate.ts';
import type { InventoryImage } from '../evaluate/inventory-image.ts';
import { DAY } from '../evaluate/times.ts';
import type { Verdict } from '../evaluate/verdict.ts';
import type { PolicyDocument } from '../model/policy-document.ts';

/** Something that a policy will do. */
export interface ForecastEvent {
  /** When ECR may do it: it acts within 24 hours of that. */
  readonly at: Date;
  readonly verdict: Verdict;
}

export interface ForecastPeriod {
  readonly now: Date;
  /** How far to look, in whole days; 0 is what is due now. */
  readonly days: number;
}

/**
 * What a policy does now and in the days to come, if nothing is pushed, pulled or restored. Day by day, because what is gone is no
 * longer counted, and what is archived is under the rules of archive storage.
 * @returns events in the order of time; within a day in the order of the images
 */
export function forecast(
  policy: PolicyDocument,
  images: readonly InventoryImage[],
  { now, days }: ForecastPeriod,
): ForecastEvent[] {
  const events: ForecastEvent[] = [];
  let present = images;
  let day = 0;
  while (day <= days) {
    const at = new Date(now.getTime() + day * DAY);
    const verdicts = evaluate(policy, present, at);
    const acts = verdicts.filter(({ outcome }) => outcome !== 'kept');
    events.push(...acts.map((verdict) => ({ at, verdict })));
    if (acts.length > 0) present = verdicts.flatMap((verdict) => remaining(verdict, at));
    // What is gone may leave room at once, so that day is looked at until it is quiet.
    day = acts.length > 0 ? day : nextDay(verdicts, now, day);
  }
  return events;
}

/** The image as it is after the verdict was carried out. */
function remaining({ image, outcome }: Verdict, at: Date): InventoryImage[] {
  if (outcome === 'expired') return [];
  return [outcome === 'archived' ? { ...image, storageClass: 'archive', archivedAt: at } : image];
}

/** The first day on which an age of a kept image is over its limit: only ages change while nothing is pushed. */
function nextDay(verdicts: readonly Verdict[], now: Date, day: number): number {
  let next = Infinity;
  for (const { dueAt } of verdicts) {
    if (dueAt === undefined) continue;
    // Due is strictly after the limit.
    const due = Math.floor((dueAt.getTime() - now.getTime()) / DAY) + 1;
    if (due > day && due < next) next = due;
  }
  return next;
}
