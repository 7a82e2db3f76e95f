import { error, type LocalFinding } from '@slipway/findings';
import type { PolicyDocument, RuleDocument } from '../../model/policy-document.ts';
import { describeSelection } from '../../render/describe-rule.ts';
import { at } from '../at.ts';
import { shown } from '../shown.ts';
import { tagsKey } from '../tags-key.ts';

/** Of each storage class: one rule about untagged images, one about any image, and each set of tags once. */
export function repeatedSelections({ rules }: PolicyDocument): LocalFinding[] {
  const seen = new Map<string, RuleDocument>();
  return rules.flatMap((rule) => {
    const key = tagsKey(rule.selection);
    const first = seen.get(key);
    if (first === undefined) {
      seen.set(key, rule);
      return [];
    }
    return [
      error('lifecycle-repeated-selection', {
        path: at(rule),
        message: `selects "${shown(describeSelection(rule.selection))}" as ${at(first)} does; ECR allows each selection once`,
        fix: 'join the two rules',
        source: 'ECR user guide, lifecycle policy creation: considerations',
      }),
    ];
  });
}
