import { warning, type LocalFinding } from '@slipway/findings';
import type { PolicyDocument, RuleDocument } from '../../model/policy-document.ts';
import { describeRule, describeSelection } from '../../render/describe-rule.ts';
import { byPriority } from '../by-priority.ts';
import { contains } from '../contains.ts';
import { at } from '../at.ts';
import { shown } from '../shown.ts';

/**
 * A rule that deletes a part of what a later rule means to keep: by age, images that are among the newest of the later one; in any way,
 * images that the later one would archive.
 */
export function expiresKept(document: PolicyDocument): LocalFinding[] {
  const rules = byPriority(document);
  return rules.flatMap((rule, index) => {
    if (rule.action.type !== 'expire' || rule.selection.tagStatus !== 'tagged') return [];
    const keeping = rules.slice(index + 1).find((later) => isKeptBy(later, rule));
    if (keeping === undefined) return [];
    const means = keeping.action.type === 'expire' ? 'keep' : 'archive';
    return [
      warning('lifecycle-expires-kept', {
        path: at(rule),
        message: `expires what ${at(keeping)} means to ${means}: "${shown(describeSelection(rule.selection))}" is part of "${shown(describeRule(keeping))}"`,
        // In the other order, the rule would never act.
        fix: `drop it, or make the tags of ${at(keeping)} exclude its own`,
        source: 'ECR user guide, "How lifecycle policies work": evaluation rules',
      }),
    ];
  });
}

/** A rule about any image is about what the others leave: nothing is taken from it. */
function isKeptBy(later: RuleDocument, { selection }: RuleDocument): boolean {
  if (later.selection.tagStatus !== 'tagged') return false;
  const isAge = selection.countType === 'sinceImagePushed';
  const isMeant = later.action.type === 'transition' || (isAge && later.selection.countType === 'imageCountMoreThan');
  // The same images leave the later rule nothing to do at all, which is another finding.
  return isMeant && contains(later.selection, selection) && !contains(selection, later.selection);
}
