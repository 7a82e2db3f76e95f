import { error, type LocalFinding } from '@slipway/findings';
import { at } from '../at.ts';

interface Numbered {
  readonly rulePriority: number;
}

const SOURCE = 'ECR user guide, lifecycle policy properties: rule priority';

/** Numbers that JavaScript tells apart; ECR's own limit is not written down. */
export function priorities({ rules }: { readonly rules: readonly Numbered[] }): LocalFinding[] {
  const seen = new Set<number>();
  return rules.flatMap((rule) => {
    const { rulePriority } = rule;
    const isRepeated = seen.has(rulePriority);
    seen.add(rulePriority);
    if (!isRepeated && Number.isSafeInteger(rulePriority) && rulePriority >= 1) return [];
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
