import { under, type Finding, type LocalFinding } from '@slipway/findings';
import { LIFECYCLE_LIMITS } from '../model/limits.ts';
import type { PolicyDocument, RuleDocument } from '../model/policy-document.ts';
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

/** What ECR rejects in one rule or in what stands beside it, however it is written down. */
const RULE_REJECTIONS: readonly LintRule[] = [
  countNumbers,
  archivedDays,
  emptyEntries,
  wildcards,
  repeatedSelections,
  anyLast,
];
const REJECTIONS: readonly LintRule[] = [ruleCount, priorities, ...RULE_REJECTIONS];
/** What ECR takes, and does otherwise than is probably meant. */
const ADVICE: readonly LintRule[] = [unreachable, expiresKept, overlap, untaggedKept, archivedKept];
/** Pairs of rules, and of their entries, are only compared in policies of a size that somebody writes: each with each is a lot of work otherwise. */
const MOST_COMPARED = { rules: LIFECYCLE_LIMITS.rules.most, entries: 1000 } as const;

/** Everything that ECR would reject or that keeps the rules from doing what they say, each with its fix and the source of a limit. */
export function lintPolicy(rules: readonly LifecycleRule[]): Finding[] {
  return lint(toDocument(rules), [textLength, ...REJECTIONS]);
}

/**
 * The same for a policy that was not made by this library, where a list of several entries is mostly a mistake. The length of its
 * text is not looked at: it may have been written otherwise.
 */
export function lintDocument(document: PolicyDocument): Finding[] {
  return lint(document, [...REJECTIONS, listMeansAnd]);
}

/** Whether ECR would take the rules, however little they may be what their author means. */
export function isTaken(document: PolicyDocument): boolean {
  return REJECTIONS.every((rule) => rule(document).length === 0);
}

/** What ECR rejects in these rules, which are not all of their policy: their number and priorities say nothing. */
export function rejectionsAmong(rules: readonly RuleDocument[]): LocalFinding[] {
  return RULE_REJECTIONS.flatMap((rule) => rule({ rules }));
}

function lint(document: PolicyDocument, rules: readonly LintRule[]): Finding[] {
  const advice = isComparable(document) ? ADVICE : [];
  return under(
    'lifecycle',
    [...rules, ...advice].flatMap((rule) => rule(document)),
  );
}

function isComparable({ rules }: PolicyDocument): boolean {
  if (rules.length > MOST_COMPARED.rules) return false;
  let entries = 0;
  for (const { selection } of rules) entries += (selection.tagPrefixList ?? selection.tagPatternList ?? []).length;
  return entries <= MOST_COMPARED.entries;
}
