import type { LocalFinding } from '@slipway/findings';

/** What a rule says of one place: everything of a finding but its rule and severity. */
export type Statement = Omit<LocalFinding, 'rule' | 'severity'>;

/** An error of the rule `rule`: AWS or Terraform would reject this, or it would silently do something else. */
export function error(rule: string, statement: Statement): LocalFinding {
  return { rule, severity: 'error', ...statement };
}
