import type { RuleDocument } from '../model/policy-document.ts';
import { describeSelection } from '../render/describe-rule.ts';
import type { InventoryImage } from './inventory-image.ts';
import { ordinal } from './ordinal.ts';
import { archivalTime, DAY, pullTime } from './times.ts';
import type { Verdict } from './verdict.ts';

/**
 * What the first rule that identifies an image does with it.
 * @param rank its place among all images that the rule identifies, youngest first, from 1
 */
export type Judge = (image: InventoryImage, rank: number) => Verdict;

/** The judge of one rule at a time. What is the same for all images is worked out once. */
export function judgeOf(rule: RuleDocument, now: Date): Judge {
  const { countType } = rule.selection;
  switch (countType) {
    case 'imageCountMoreThan':
      return byCount(rule);
    case 'sinceImagePushed':
      return byPush(rule, now);
    case 'sinceImagePulled':
      return byAge(rule, now, (image) => ({ since: pullTime(image), words: pullWords(image) }));
    case 'sinceImageTransitioned':
      return byArchival(rule, now);
    default:
      return countType satisfies never;
  }
}

function byCount({ rulePriority, selection, action }: RuleDocument): Judge {
  const { countNumber } = selection;
  const words = ` newest of ${describeSelection(selection)}, the policy keeps ${countNumber}`;
  const acted = ACTED[action.type];
  return (image, rank) => ({
    image,
    outcome: rank > countNumber ? acted : 'kept',
    rulePriority,
    reason: ordinal(rank) + words,
  });
}

/** AWS says that a restored image is ordered by its restore, and not whether its age counts from it. */
function byPush(rule: RuleDocument, now: Date): Judge {
  const judge = byAge(rule, now, ({ pushedAt }) => ({ since: pushedAt.getTime(), words: 'pushed' }));
  const limit = now.getTime() - rule.selection.countNumber * DAY;
  return (image, rank) => {
    const verdict = judge(image, rank);
    if (image.restoredAt === undefined || verdict.outcome === 'kept' || image.restoredAt.getTime() < limit)
      return verdict;
    return { ...verdict, uncertain: 'it was restored since, and AWS does not say whether its age counts from then' };
  };
}

function byArchival(rule: RuleDocument, now: Date): Judge {
  const judge = byAge(rule, now, (image) => ({ since: archivalTime(image), words: 'archived' }));
  return (image, rank) => {
    const verdict = judge(image, rank);
    if (image.archivedAt !== undefined) return verdict;
    return { ...verdict, uncertain: 'when it was archived is not known, so its age counts from its push' };
  };
}

/** The moment that an age counts from, and what happened then. */
interface Beginning {
  /** Milliseconds. */
  readonly since: number;
  readonly words: string;
}

function byAge(
  { rulePriority, selection: { countNumber }, action }: RuleDocument,
  now: Date,
  beginning: (image: InventoryImage) => Beginning,
): Judge {
  const time = now.getTime();
  const acted = ACTED[action.type];
  return (image) => {
    const { since, words } = beginning(image);
    const dueAt = since + countNumber * DAY;
    const isDue = time > dueAt;
    return {
      image,
      outcome: isDue ? acted : 'kept',
      rulePriority,
      reason: `${words} ${ago(time - since, countNumber)}, ${isDue ? 'more than' : 'kept until it is more than'} ${countNumber}`,
      ...(dueAt > LAST_DATE ? {} : { dueAt: new Date(dueAt) }),
    };
  };
}

/** The last moment that a `Date` can tell. ECR sets no limit to days. Milliseconds. */
const LAST_DATE = 8_640_000_000_000_000;

/** Whole days, but tenths where whole days would not show that the limit is passed: `30.1 days ago, more than 30`. */
function ago(age: number, limit: number): string {
  const whole = Math.max(Math.floor(age / DAY), 0);
  const days = whole === limit && age > limit * DAY ? Math.ceil((age / DAY) * 10) / 10 : whole;
  return `${days} ${days === 1 ? 'day' : 'days'} ago`;
}

const ACTED = { expire: 'expired', transition: 'archived' } as const;

function pullWords({ lastPulledAt, restoredAt }: InventoryImage): string {
  if (restoredAt !== undefined && restoredAt > (lastPulledAt ?? restoredAt)) return 'restored';
  if (lastPulledAt !== undefined) return 'last pulled';
  return restoredAt === undefined ? 'never pulled, pushed' : 'not pulled since it was restored';
}
