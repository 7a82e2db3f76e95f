import type { LocalFinding } from '@slipway/findings';
import type { PolicyDocument } from '../../model/policy-document.ts';
import { at, error } from '../lint-finding.ts';

const SOURCE = 'ECR user guide, lifecycle policy properties: rule priority';

export function priorities({ rules }: PolicyDocument): LocalFinding[] {
  const seen = new Set<number>();
  return rules.flatMap((rule) => {
    const { rulePriority } = rule;
    const isRepeated = seen.has(rulePriority);
    seen.add(rulePriority);
    if (!isRepeated && Number.isInteger(rulePriority) && rulePriority >= 1) return [];
    return [
      error('lifecycle-priority', {
        path: at(rule),
        message: isRepeated ? `the priority "${rulePriority}" is used twice` : `the priority is "${rulePriority}"`,
        fix: 'number each rule with a whole number from 1, each once',
        source: SOURCE,
      }),
    ];
  });
}
