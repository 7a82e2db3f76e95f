import type { RuleDocument } from '../model/policy-document.ts';
import { describeSelection } from '../render/describe-rule.ts';
import type { InventoryImage } from './inventory-image.ts';
import { ordinal } from './ordinal.ts';
import { archivalTime, DAY, pullTime } from './times.ts';
import type { Verdict } from './verdict.ts';

/** An image that a rule identifies. */
export interface Identified {
  readonly rule: RuleDocument;
  readonly image: InventoryImage;
  /** Its place among all images that the rule identifies, youngest first, from 1. */
  readonly rank: number;
  readonly now: Date;
}

/** What the first rule that identifies an image does with it. */
export function judge(identified: Identified): Verdict {
  const { countType } = identified.rule.selection;
  switch (countType) {
    case 'imageCountMoreThan':
      return byCount(identified);
    case 'sinceImagePushed':
      return byPush(identified);
    case 'sinceImagePulled':
      return byAge(identified, pullTime(identified.image), pullWords(identified.image));
    case 'sinceImageTransitioned':
      return byAge(identified, archivalTime(identified.image), 'archived');
    default:
      return countType satisfies never;
  }
}

function byCount({ rule, image, rank }: Identified): Verdict {
  const { selection, rulePriority } = rule;
  const reason = `${ordinal(rank)} newest of ${describeSelection(selection)}, the policy keeps ${selection.countNumber}`;
  return { image, outcome: outcomeOf(rule, rank > selection.countNumber), rulePriority, reason };
}

/** AWS says that a restored image is ordered by its restore, and not whether its age is. */
function byPush(identified: Identified): Verdict {
  const { image, now, rule } = identified;
  const verdict = byAge(identified, image.pushedAt.getTime(), 'pushed');
  if (image.restoredAt === undefined || verdict.outcome === 'kept') return verdict;
  if (isOlder(image.restoredAt.getTime(), rule.selection.countNumber, now)) return verdict;
  return { ...verdict, uncertain: 'it was restored since, and AWS does not say whether its age counts from then' };
}

function byAge({ rule, image, now }: Identified, since: number, words: string): Verdict {
  const { countNumber } = rule.selection;
  const due = isOlder(since, countNumber, now);
  const days = Math.floor((now.getTime() - since) / DAY);
  const reason = `${words} ${days} days ago, ${due ? 'more than' : 'kept until it is more than'} ${countNumber}`;
  const dueAt = new Date(since + countNumber * DAY);
  return { image, outcome: outcomeOf(rule, due), rulePriority: rule.rulePriority, reason, dueAt };
}

function isOlder(since: number, days: number, now: Date): boolean {
  return now.getTime() - since > days * DAY;
}

function pullWords({ lastPulledAt, restoredAt }: InventoryImage): string {
  if (restoredAt !== undefined && restoredAt > (lastPulledAt ?? restoredAt)) return 'restored';
  if (lastPulledAt !== undefined) return 'last pulled';
  return restoredAt === undefined ? 'never pulled, pushed' : 'not pulled since it was restored';
}

function outcomeOf({ action }: RuleDocument, acts: boolean): Verdict['outcome'] {
  if (!acts) return 'kept';
  return action.type === 'expire' ? 'expired' : 'archived';
}
