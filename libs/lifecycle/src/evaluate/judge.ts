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
      return byAge(rule, now, (image) => ({ since: archivalTime(image), words: 'archived' }));
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
    const isDue = time - since > countNumber * DAY;
    const days = Math.floor((time - since) / DAY);
    return {
      image,
      outcome: isDue ? acted : 'kept',
      rulePriority,
      reason: `${words} ${days} days ago, ${isDue ? 'more than' : 'kept until it is more than'} ${countNumber}`,
      dueAt: new Date(since + countNumber * DAY),
    };
  };
}

const ACTED = { expire: 'expired', transition: 'archived' } as const;

function pullWords({ lastPulledAt, restoredAt }: InventoryImage): string {
  if (restoredAt !== undefined && restoredAt > (lastPulledAt ?? restoredAt)) return 'restored';
  if (lastPulledAt !== undefined) return 'last pulled';
  return restoredAt === undefined ? 'never pulled, pushed' : 'not pulled since it was restored';
}
