import type { LocalFinding } from './finding.ts';

/** What a rule says of one place: everything of a finding but its rule and severity. */
export type Statement = Omit<LocalFinding, 'rule' | 'severity'>;

/** An error of the rule `rule`: AWS or Terraform would reject this, or it would silently do something else. */
export function error(rule: string, statement: Statement): LocalFinding {
  return { rule, severity: 'error', ...statement };
}

/** A warning of the rule `rule`: it can be deployed, and is likely not what was meant; or the limit is not certain. */
export function warning(rule: string, statement: Statement): LocalFinding {
  return { rule, severity: 'warning', ...statement };
}
