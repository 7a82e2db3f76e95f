import { error, type LocalFinding } from '@slipway/findings';
import type { PolicyDocument, RuleDocument } from '../../model/policy-document.ts';
import { describeSelection } from '../../render/describe-rule.ts';
import { contains, containsTags } from '../contains.ts';
import { byPriority } from '../by-priority.ts';
import { at } from '../at.ts';
import { shown } from '../shown.ts';
import { tagsKey } from '../tags-key.ts';

/** What a rule identifies, no rule after it can act on: one that is about nothing else never acts. `any` and repetitions have rules of their own. */
export function unreachable(document: PolicyDocument): LocalFinding[] {
  const rules = byPriority(document);
  return rules.flatMap((rule, index) => {
    const before = takenBy(rule, rules.slice(0, index));
    if (before.length === 0) return [];
    const places = before.map(at).join(' and ');
    return [
      error('lifecycle-unreachable', {
        path: at(rule),
        message: `never acts: "${shown(describeSelection(rule.selection))}" is part of "${before.map(({ selection }) => shown(describeSelection(selection))).join('" and "')}", which ${places} ${before.length === 1 ? 'identifies' : 'identify'} first`,
        fix: `move it before ${places}, or drop it`,
        source: 'ECR user guide, "How lifecycle policies work": evaluation rules',
      }),
    ];
  });
}

/** The rules that leave nothing to a later one: one that is about all of it, or two about all with a tag and all without. */
function takenBy(rule: RuleDocument, before: readonly RuleDocument[]): RuleDocument[] {
  const whole = before.find(
    ({ selection }) =>
      selection.tagStatus === 'tagged' &&
      contains(selection, rule.selection) &&
      tagsKey(selection) !== tagsKey(rule.selection),
  );
  if (whole !== undefined) return [whole];
  return rule.selection.tagStatus === 'any' ? partsOf(rule, before) : [];
}

function partsOf(any: RuleDocument, before: readonly RuleDocument[]): RuleDocument[] {
  const { storageClass = 'standard' } = any.selection;
  const there = before.filter(({ selection }) => (selection.storageClass ?? 'standard') === storageClass);
  const tagged = there.find(({ selection }) => selection.tagStatus === 'tagged' && containsTags(selection, EVERY_TAG));
  const untagged = there.find(({ selection }) => selection.tagStatus === 'untagged');
  return tagged === undefined || untagged === undefined ? [] : [tagged, untagged];
}

const EVERY_TAG = { tagStatus: 'tagged', tagPatternList: ['*'] } as const;
