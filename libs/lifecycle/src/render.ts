import type { PolicyDocument, RuleDocument, SelectionDocument } from './policy-document.ts';
import type { Expiry, LifecycleRule } from './rule.ts';
import type { Selection, TagMatch } from './selection.ts';

/** The selection of exactly one ECR rule: alternatives are already taken apart. */
type SingleSelection =
  { readonly tagStatus: 'tagged'; readonly match: TagMatch } | Exclude<Selection, { tagStatus: 'tagged' }>;

/** The policy as ECR reads it: priorities in the order of the rules, one ECR rule for each alternative of a selection. */
export function toDocument(rules: readonly LifecycleRule[]): PolicyDocument {
  const single = rules.flatMap((rule) => alternatives(rule.selection).map((selection) => ({ ...rule, selection })));
  return { rules: single.map((rule, index) => ruleDocument(rule, index + 1)) };
}

/** The text for `aws_ecr_lifecycle_policy.policy`: the same rules always give the same characters. */
export function renderPolicy(rules: readonly LifecycleRule[]): string {
  return JSON.stringify(toDocument(rules));
}

function alternatives(selection: Selection): SingleSelection[] {
  return selection.tagStatus === 'tagged'
    ? selection.anyOf.map((match) => ({ tagStatus: 'tagged', match }))
    : [selection];
}

function ruleDocument(
  rule: Omit<LifecycleRule, 'selection'> & { readonly selection: SingleSelection },
  rulePriority: number,
): RuleDocument {
  return {
    rulePriority,
    description: rule.description ?? describe(rule.selection, rule.expiry),
    selection: selectionDocument(rule.selection, rule.expiry),
    action: { type: 'expire' },
  };
}

function selectionDocument(selection: SingleSelection, expiry: Expiry): SelectionDocument {
  const count =
    'keepNewest' in expiry
      ? ({ countType: 'imageCountMoreThan', countNumber: expiry.keepNewest } as const)
      : ({ countType: 'sinceImagePushed', countUnit: 'days', countNumber: expiry.days } as const);
  if (selection.tagStatus !== 'tagged') return { tagStatus: selection.tagStatus, ...count };
  return 'prefix' in selection.match
    ? { tagStatus: 'tagged', tagPrefixList: [selection.match.prefix], ...count }
    : { tagStatus: 'tagged', tagPatternList: [selection.match.pattern], ...count };
}

function describe(selection: SingleSelection, expiry: Expiry): string {
  const images = subject(selection);
  return 'keepNewest' in expiry
    ? `keep the newest ${expiry.keepNewest} ${images}`
    : `expire ${images} ${expiry.days} days after the push`;
}

function subject(selection: SingleSelection): string {
  switch (selection.tagStatus) {
    case 'tagged':
      return 'prefix' in selection.match ? `tagged ${selection.match.prefix}*` : `tagged ${selection.match.pattern}`;
    case 'untagged':
      return 'untagged images';
    case 'any':
      return 'images';
    default:
      return selection satisfies never;
  }
}
