import { under, type Finding, type LocalFinding } from '@slipway/findings';
import type { PolicyDocument } from '../model/policy-document.ts';
import type { LifecycleRule } from '../model/rule.ts';
import { toDocument } from '../render/render-policy.ts';
import { expiresKept } from './advice/expires-kept.ts';
import { archivedKept, untaggedKept } from './advice/kept-for-ever.ts';
import { listMeansAnd } from './advice/list-means-and.ts';
import { overlap } from './advice/overlap.ts';
import { unreachable } from './advice/unreachable.ts';
import { anyLast } from './rejections/any-last.ts';
import { archivedDays } from './rejections/archived-days.ts';
import { countNumbers } from './rejections/count-numbers.ts';
import { priorities } from './rejections/priorities.ts';
import { repeatedSelections } from './rejections/repeated-selections.ts';
import { ruleCount } from './rejections/rule-count.ts';
import { emptyEntries, wildcards } from './rejections/tag-entries.ts';
import { textLength } from './rejections/text-length.ts';

type LintRule = (document: PolicyDocument) => LocalFinding[];

/** What ECR rejects in one rule or in the sum of them, however they are written down. */
const REJECTIONS: readonly LintRule[] = [
  ruleCount,
  priorities,
  countNumbers,
  archivedDays,
  emptyEntries,
  wildcards,
  repeatedSelections,
  anyLast,
];
/** What ECR takes, and does otherwise than is probably meant. */
const ADVICE: readonly LintRule[] = [unreachable, expiresKept, overlap, untaggedKept, archivedKept];
/** Pairs of rules are only compared in policies of a size that ECR takes. */
const MOST_COMPARED = 50;

/** Everything that ECR would reject or that keeps the rules from doing what they say, each with its fix and the source of a limit. */
export function lintPolicy(rules: readonly LifecycleRule[]): Finding[] {
  return lint(toDocument(rules), [textLength, ...REJECTIONS, ...ADVICE]);
}

/**
 * The same for a policy that was not made by this library, where a list of several entries is mostly a mistake. The length of its
 * text is not looked at: it may have been written otherwise.
 */
export function lintDocument(document: PolicyDocument): Finding[] {
  return lint(document, [...REJECTIONS, listMeansAnd, ...ADVICE]);
}

/** Whether ECR would take the rules, however little they may be what their author means. */
export function isTaken(document: PolicyDocument): boolean {
  return REJECTIONS.every((rule) => rule(document).length === 0);
}

function lint(document: PolicyDocument, rules: readonly LintRule[]): Finding[] {
  if (document.rules.length > MOST_COMPARED)
    return under('lifecycle', [...ruleCount(document), ...textLength(document)]);
  return under(
    'lifecycle',
    rules.flatMap((rule) => rule(document)),
  );
}
