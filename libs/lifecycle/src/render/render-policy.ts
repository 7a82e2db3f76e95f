import type { PolicyDocument, RuleBody, RuleDocument, TagDocument } from '../model/policy-document.ts';
import type { Archival, Expiry, LifecycleRule } from '../model/rule.ts';
import type { Selection, TagMatch } from '../model/selection.ts';
import { describeRule } from './describe-rule.ts';

/** The policy as ECR reads it: priorities in the order of the rules, one ECR rule for each alternative of a selection. */
export function toDocument(rules: readonly LifecycleRule[]): PolicyDocument {
  const single = rules.flatMap((rule) =>
    tagDocuments(rule.selection).map((tags) => ({ rule, body: body(rule, tags) })),
  );
  return { rules: single.map(({ rule, body }, index) => ruleDocument(rule, body, index + 1)) };
}

/** The text for `aws_ecr_lifecycle_policy.policy`: the same rules always give the same characters. */
export function renderPolicy(rules: readonly LifecycleRule[]): string {
  return JSON.stringify(toDocument(rules));
}

function ruleDocument(rule: LifecycleRule, body: RuleBody, rulePriority: number): RuleDocument {
  return { rulePriority, description: rule.description ?? describeRule(body), ...body };
}

function tagDocuments(selection: Selection): TagDocument[] {
  if (selection.tagStatus !== 'tagged') return [{ tagStatus: selection.tagStatus }];
  if (selection.allOf === undefined) return selection.anyOf.map(oneMatch);
  const { prefixes, patterns } = selection.allOf;
  return [
    prefixes === undefined
      ? { tagStatus: 'tagged', tagPatternList: patterns }
      : { tagStatus: 'tagged', tagPrefixList: prefixes },
  ];
}

function oneMatch({ prefix, pattern }: TagMatch): TagDocument {
  return prefix === undefined
    ? { tagStatus: 'tagged', tagPatternList: [pattern] }
    : { tagStatus: 'tagged', tagPrefixList: [prefix] };
}

function body(rule: LifecycleRule, tags: TagDocument): RuleBody {
  return rule.archival === undefined ? expire(tags, rule.expiry) : transition(tags, rule.archival);
}

function expire(tags: TagDocument, expiry: Expiry): RuleBody {
  const action = { type: 'expire' } as const;
  if (expiry.keepNewest !== undefined) return { selection: { ...tags, ...newest(expiry.keepNewest) }, action };
  if (expiry.days !== undefined) return { selection: { ...tags, ...since('sinceImagePushed', expiry.days) }, action };
  const archived = { storageClass: 'archive', ...since('sinceImageTransitioned', expiry.archivedDays) } as const;
  return { selection: { ...tags, ...archived }, action };
}

function transition(tags: TagDocument, archival: Archival): RuleBody {
  const action = { type: 'transition', targetStorageClass: 'archive' } as const;
  if (archival.keepNewest !== undefined) return { selection: { ...tags, ...newest(archival.keepNewest) }, action };
  if (archival.days !== undefined) {
    return { selection: { ...tags, ...since('sinceImagePushed', archival.days) }, action };
  }
  return { selection: { ...tags, ...since('sinceImagePulled', archival.unpulledDays) }, action };
}

function newest(countNumber: number) {
  return { countType: 'imageCountMoreThan', countNumber } as const;
}

function since<CountType extends string>(countType: CountType, countNumber: number) {
  return { countType, countUnit: 'days', countNumber } as const;
}
