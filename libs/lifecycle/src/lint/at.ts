import type { RuleDocument } from '../model/policy-document.ts';

/** Where a rule is, by the number that ECR knows it by. */
export function at({ rulePriority }: Pick<RuleDocument, 'rulePriority'>): string {
  return `rule ${rulePriority}`;
}
