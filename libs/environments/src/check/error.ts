import type { LocalFinding } from '@slipway/findings';

/** An error of the rule `rule`. */
export function error(rule: string, finding: Omit<LocalFinding, 'rule' | 'severity'>): LocalFinding {
  return { rule, severity: 'error', ...finding };
}
