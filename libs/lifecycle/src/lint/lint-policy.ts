import { under, type Finding, type LocalFinding } from '@slipway/findings';
import { toDocument } from '../render/render-policy.ts';
import type { PolicyDocument, RuleDocument } from '../model/policy-document.ts';
import type { LifecycleRule } from '../model/rule.ts';

/** Rules of one policy. Source: Amazon ECR service quotas. */
const MOST_RULES = 50;
/** Characters of `lifecyclePolicyText`. Source: PutLifecyclePolicy, API reference. */
const TEXT_LENGTH = { least: 100, most: 30_720 };
/** `*` in one tag pattern. Source: ECR user guide, lifecycle policy parameters. */
const MOST_WILDCARDS = 4;

type LintRule = (document: PolicyDocument) => LocalFinding[];

const LINT_RULES: readonly LintRule[] = [
  ruleCount,
  textLength,
  countNumbers,
  emptyMatches,
  wildcards,
  repeatedSelections,
  anyComesLast,
  untaggedKeptForEver,
];

/** Everything that ECR would reject or that keeps the policy from doing what it says, each with its fix. */
export function lintPolicy(rules: readonly LifecycleRule[]): Finding[] {
  const document = toDocument(rules);
  return under(
    'lifecycle',
    LINT_RULES.flatMap((lint) => lint(document)),
  );
}

function ruleCount({ rules }: PolicyDocument): LocalFinding[] {
  if (rules.length >= 1 && rules.length <= MOST_RULES) return [];
  return [
    error('lifecycle-rule-count', {
      message: `the policy has "${rules.length}" rules, each tag prefix counted as one; ECR takes 1 to ${MOST_RULES}`,
      fix: rules.length === 0 ? 'add a rule or leave the lifecycle out' : 'join prefixes or drop rules',
    }),
  ];
}

function textLength(document: PolicyDocument): LocalFinding[] {
  const { length } = JSON.stringify(document);
  if (document.rules.length === 0 || (length >= TEXT_LENGTH.least && length <= TEXT_LENGTH.most)) return [];
  return [
    error('lifecycle-text-length', {
      message: `the policy text has "${length}" characters; ECR takes ${TEXT_LENGTH.least} to ${TEXT_LENGTH.most}`,
      fix: 'shorten descriptions or drop rules',
    }),
  ];
}

function countNumbers({ rules }: PolicyDocument): LocalFinding[] {
  return rules
    .filter(({ selection }) => !Number.isInteger(selection.countNumber) || selection.countNumber < 1)
    .map((rule) =>
      error('lifecycle-count-number', {
        path: at(rule),
        message: `the count is "${rule.selection.countNumber}"; ECR takes whole numbers from 1`,
        fix: 'keep at least one image, or expire after at least one day',
      }),
    );
}

function emptyMatches({ rules }: PolicyDocument): LocalFinding[] {
  return rules
    .filter((rule) => tagMatch(rule) === '')
    .map((rule) =>
      error('lifecycle-empty-match', {
        path: at(rule),
        message: 'the tag prefix or pattern is ""',
        fix: 'name a prefix, or use anyImage() for every image',
      }),
    );
}

function wildcards({ rules }: PolicyDocument): LocalFinding[] {
  return rules
    .filter((rule) => (tagMatch(rule)?.split('*').length ?? 1) - 1 > MOST_WILDCARDS)
    .map((rule) =>
      error('lifecycle-wildcards', {
        path: at(rule),
        message: `the pattern "${tagMatch(rule) ?? ''}" has more than ${MOST_WILDCARDS} "*"`,
        fix: `use at most ${MOST_WILDCARDS}`,
      }),
    );
}

function repeatedSelections({ rules }: PolicyDocument): LocalFinding[] {
  const seen = new Map<string, RuleDocument>();
  return rules.flatMap((rule) => {
    const key = selectionKey(rule);
    const first = seen.get(key);
    if (first === undefined) {
      seen.set(key, rule);
      return [];
    }
    return [
      error('lifecycle-repeated-selection', {
        path: at(rule),
        message: `selects "${key}" as ${at(first)} does; ECR allows each selection once`,
        fix: 'join the two rules',
      }),
    ];
  });
}

function anyComesLast({ rules }: PolicyDocument): LocalFinding[] {
  return rules.slice(0, -1).flatMap((rule) =>
    rule.selection.tagStatus === 'any'
      ? [
          error('lifecycle-any-last', {
            path: at(rule),
            message: 'selects "any" image and is not the last rule, so no later rule could act',
            fix: 'move it to the end',
          }),
        ]
      : [],
  );
}

function untaggedKeptForEver({ rules }: PolicyDocument): LocalFinding[] {
  if (rules.length === 0 || rules.some(({ selection }) => selection.tagStatus !== 'tagged')) return [];
  return [
    {
      rule: 'lifecycle-untagged-kept',
      severity: 'warning',
      message: 'no rule expires untagged images, so they are kept and paid for ever',
      fix: 'add expireAfterDays(1, untagged())',
    },
  ];
}

function selectionKey(rule: RuleDocument): string {
  const { selection } = rule;
  if (selection.tagStatus !== 'tagged') return selection.tagStatus;
  return 'tagPrefixList' in selection
    ? `prefix ${selection.tagPrefixList[0]}`
    : `pattern ${selection.tagPatternList[0]}`;
}

function tagMatch({ selection }: RuleDocument): string | undefined {
  if (selection.tagStatus !== 'tagged') return undefined;
  return 'tagPrefixList' in selection ? selection.tagPrefixList[0] : selection.tagPatternList[0];
}

function at(rule: RuleDocument): string {
  return `rule ${rule.rulePriority}`;
}

function error(rule: string, finding: Omit<LocalFinding, 'rule' | 'severity'>): LocalFinding {
  return { rule, severity: 'error', ...finding };
}
