import type { LocalFinding } from '@slipway/findings';
import type { Statement } from './error.ts';

/** A warning of the rule `rule`: it can be deployed, and is likely not what was meant; or the limit is not certain. */
export function warning(rule: string, statement: Statement): LocalFinding {
  return { rule, severity: 'warning', ...statement };
}
