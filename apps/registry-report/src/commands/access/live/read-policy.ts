import { policySchema, policyStatementSchema } from './policy-statement-schema.ts';
import type { ReadStatement } from './policy-statement-schema.ts';

export interface ReadPolicy {
  readonly statements: readonly ReadStatement[];
  /** Statements that have an element or a form that nobody here understands, such as `NotAction`, as JSON. */
  readonly unknown: readonly string[];
}

/** A policy in force, which anyone may have written. Undefined when it is no policy at all. */
export function readPolicy(text: string): ReadPolicy | undefined {
  const policy = policySchema.safeParse(parseJson(text));
  if (!policy.success) return undefined;
  const statements = policy.data.Statement.map((raw) => ({ raw, parsed: policyStatementSchema.safeParse(raw) }));
  return {
    statements: statements.flatMap(({ parsed }) => (parsed.success ? [parsed.data] : [])),
    unknown: statements.flatMap(({ raw, parsed }) => (parsed.success ? [] : [JSON.stringify(raw)])),
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
