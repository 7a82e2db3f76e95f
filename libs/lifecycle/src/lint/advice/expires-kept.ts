import type { LocalFinding } from '@slipway/findings';
import type { PolicyDocument, RuleDocument } from '../../model/policy-document.ts';
import { describeRule, describeSelection } from '../../render/describe-rule.ts';
import { byPriority } from '../by-priority.ts';
import { contains } from '../contains.ts';
import { at, warning } from '../lint-finding.ts';
import { shown } from '../shown.ts';

/** An age rule about a part of the images of which a later rule means to keep the newest: it takes them, however new for that rule. */
export function expiresKept(document: PolicyDocument): LocalFinding[] {
  const rules = byPriority(document);
  return rules.flatMap((rule, index) => {
    if (!expiresByAge(rule)) return [];
    const keeping = rules
      .slice(index + 1)
      .find((later) => keepsNewest(later) && contains(later.selection, rule.selection));
    if (keeping?.selection.tagStatus !== 'tagged') return [];
    return [
      warning('lifecycle-expires-kept', {
        path: at(rule),
        message: `expires by age what ${at(keeping)} means to keep: "${shown(describeSelection(rule.selection))}" is part of "${shown(describeRule(keeping))}"`,
        fix: `put ${at(keeping)} first, or drop the part from it`,
        source: 'ECR user guide, "How lifecycle policies work": evaluation rules',
      }),
    ];
  });
}

function expiresByAge({ selection, action }: RuleDocument): boolean {
  return action.type === 'expire' && selection.countType === 'sinceImagePushed' && selection.tagStatus === 'tagged';
}

function keepsNewest({ selection, action }: RuleDocument): boolean {
  return action.type === 'expire' && selection.countType === 'imageCountMoreThan';
}
