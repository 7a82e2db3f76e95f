import { isTagName } from './tag-name.ts';
import { TAG_PLACEHOLDERS, renderTag, tagParts } from './tag-pattern.ts';
import type { TagValues } from './tag-pattern.ts';
import { TAG_PRESETS } from './tag-presets.ts';
import type { TagRule, TagRules } from './tag-rule.ts';

/** Everything that is wrong with rules, in words; empty when they are right. */
export function tagRuleProblems(rules: TagRules): readonly string[] {
  const list = typeof rules === 'string' ? TAG_PRESETS[rules] : rules;
  const hasFixed = list.some(({ moving }) => moving !== true);
  const none = "no rule makes a tag that stays: add one with '{sha}' or '{version}' and without 'moving'";
  return [...list.flatMap(ruleProblems), ...(hasFixed ? [] : [none])];
}

function ruleProblems({ pattern, moving }: TagRule): string[] {
  const names = tagParts(pattern).flatMap((part) => ('placeholder' in part ? [part.placeholder] : []));
  const unknown = names.filter((name) => !TAG_PLACEHOLDERS.some((known) => known === name));
  if (unknown.length > 0) {
    const known = TAG_PLACEHOLDERS.map((name) => `{${name}}`).join(', ');
    return unknown.map((name) => `'${pattern}' has the unknown placeholder '{${name}}': use ${known}`);
  }
  if (!isTagName(renderTag(pattern, EXAMPLE, ''))) {
    return [`'${pattern}' makes no tag: write letters, digits, '_', '.', '-', not starting with '.' or '-'`];
  }
  const isUnique = names.some((name) => ['sha', 'commit', 'version'].includes(name));
  if (isUnique || moving === true) return [];
  return [`'${pattern}' is taken once the next commit is pushed: add '{sha}' or '{version}', or say that it is moving`];
}

/** Values that are right wherever they stand in a tag. */
const EXAMPLE: TagValues = {
  branch: 'x',
  sha: '0123456789ab',
  commit: '0123456789abcdef0123456789abcdef01234567',
  date: '20260101',
  version: '1.2.3',
  major: '1',
  minor: '2',
  patch: '3',
};
