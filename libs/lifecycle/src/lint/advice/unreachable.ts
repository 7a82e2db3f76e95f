import type { LocalFinding } from '@slipway/findings';
import type { PolicyDocument } from '../../model/policy-document.ts';
import { describeSelection } from '../../render/describe-rule.ts';
import { contains } from '../contains.ts';
import { byPriority } from '../by-priority.ts';
import { at, error } from '../lint-finding.ts';
import { tagsKey } from '../tags-key.ts';

/** What a rule identifies, no rule after it can act on: one that is about nothing else never acts. `any` and repetitions have rules of their own. */
export function unreachable(document: PolicyDocument): LocalFinding[] {
  const rules = byPriority(document);
  return rules.flatMap((rule, index) => {
    const before = rules
      .slice(0, index)
      .find(
        (one) =>
          one.selection.tagStatus === 'tagged' &&
          tagsKey(one.selection) !== tagsKey(rule.selection) &&
          contains(one.selection, rule.selection),
      );
    if (before === undefined) return [];
    return [
      error('lifecycle-unreachable', {
        path: at(rule),
        message: `never acts: "${describeSelection(rule.selection)}" is part of "${describeSelection(before.selection)}", which ${at(before)} identifies first`,
        fix: `move it before ${at(before)}, or drop it`,
        source: 'ECR user guide, "How lifecycle policies work": evaluation rules',
      }),
    ];
  });
}
