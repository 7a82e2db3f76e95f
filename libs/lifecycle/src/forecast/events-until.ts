import { evaluate } from '../evaluate/evaluate.ts';
import type { InventoryImage } from '../evaluate/inventory-image.ts';
import { judgeOf, type Judge } from '../evaluate/judge.ts';
import { DAY } from '../evaluate/times.ts';
import type { Verdict } from '../evaluate/verdict.ts';
import type { PolicyDocument } from '../model/policy-document.ts';

/** Something that a policy will do. */
export interface ForecastEvent {
  /** When ECR may do it: it acts within 24 hours of that. */
  readonly at: Date;
  readonly verdict: Verdict;
}

interface Period {
  readonly now: Date;
  readonly end: Date;
}

/** What a policy does to each image by the end, once at most, with the verdict as it is on the day of the event. */
export function eventsUntil(
  policy: PolicyDocument,
  images: readonly InventoryImage[],
  { now, end }: Period,
): ForecastEvent[] {
  const judges = judgesByDay(policy);
  return evaluate(policy, images, end)
    .filter(({ outcome }) => outcome !== 'kept')
    .map((verdict) => {
      const at = dayOf(verdict, now);
      return { at, verdict: judges(verdict, at)?.(verdict.image, 1) ?? verdict };
    });
}

/** Due is strictly after the limit. What is due by count is due at once. */
function dayOf({ dueAt }: Verdict, now: Date): Date {
  if (dueAt === undefined) return now;
  const days = Math.floor((dueAt.getTime() - now.getTime()) / DAY) + 1;
  return new Date(now.getTime() + Math.max(days, 0) * DAY);
}

/** The judge of a verdict's rule on a day, where the verdict is about age: its words say how old the image is on that day. */
function judgesByDay({ rules }: PolicyDocument): (verdict: Verdict, at: Date) => Judge | undefined {
  const byPriority = new Map(rules.map((rule) => [rule.rulePriority, rule]));
  const judges = new Map<string, Judge>();
  return ({ rulePriority, dueAt, follows }, at) => {
    const rule = rulePriority === undefined ? undefined : byPriority.get(rulePriority);
    if (rule === undefined || dueAt === undefined || follows !== undefined) return undefined;
    const key = `${rule.rulePriority} ${at.getTime()}`;
    const judge = judges.get(key) ?? judgeOf(rule, at);
    judges.set(key, judge);
    return judge;
  };
}
