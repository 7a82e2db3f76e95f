import type { LocalFinding } from '@slipway/findings';
import type { RuleDocument } from '../model/policy-document.ts';

/** What a lint rule says: everything of a finding but its rule and severity. */
export type Statement = Omit<LocalFinding, 'rule' | 'severity'>;

/** ECR would reject the policy, or a rule of it could never do anything. */
export function error(rule: string, statement: Statement): LocalFinding {
  return { rule, severity: 'error', ...statement };
}

/** ECR takes the policy, and does something else than its author probably means. */
export function warning(rule: string, statement: Statement): LocalFinding {
  return { rule, severity: 'warning', ...statement };
}

/** Where a rule is, by the number that ECR knows it by. */
export function at({ rulePriority }: Pick<RuleDocument, 'rulePriority'>): string {
  return `rule ${rulePriority}`;
}
