import type { Finding } from '@slipway/findings';
import { parsePolicy } from '@slipway/lifecycle';
import type { PolicyDocument } from '@slipway/lifecycle';

/** A policy that is understood as a whole, or why it is not. */
export type ReadPolicy =
  | { readonly document: PolicyDocument; readonly problems?: never }
  | { readonly document?: never; readonly problems: readonly Finding[] };

/** Reads a lifecycle policy that anyone may have written: half of it would be another policy, so it is read whole or not at all. */
export function readPolicyInForce(text: string): ReadPolicy {
  const { document, findings } = parsePolicy(text);
  return document === undefined ? { problems: findings.map(unreadable) } : { document };
}

function unreadable({ path, message }: Finding): Finding {
  return {
    rule: 'lifecycle-unreadable',
    severity: 'warning',
    path: `policy in force / ${path}`,
    message: `is not understood: ${message}`,
    fix: 'read the policy itself (aws ecr get-lifecycle-policy), or deploy the one of the specs',
  };
}
