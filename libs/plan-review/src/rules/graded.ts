import { error, warning } from '@slipway/findings';
import type { LocalFinding, Statement } from '@slipway/findings';
import type { RuleContext } from './rule.ts';

/** An error in production, a warning elsewhere. */
export function graded(
  { production }: Pick<RuleContext, 'production'>,
  rule: string,
  statement: Statement,
): LocalFinding {
  return production ? error(rule, statement) : warning(rule, statement);
}
