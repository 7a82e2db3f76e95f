import type { LocalFinding } from '@slipway/findings';
import type { PolicyKind } from '../../policy/policies-of.ts';
import type { ReadStatement } from '../../policy/statement.ts';

/** One concern about one new statement of a policy. */
export type StatementRule = (statement: ReadStatement, context: StatementContext) => readonly LocalFinding[];

export interface StatementContext {
  readonly kind: PolicyKind;
  /** Type of the resource that the policy is of. */
  readonly type: string;
}
