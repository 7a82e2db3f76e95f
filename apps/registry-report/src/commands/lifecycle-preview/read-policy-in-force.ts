import { under } from '@slipway/findings';
import type { Finding } from '@slipway/findings';
import type { PolicyDocument } from '@slipway/lifecycle';
import type { z } from 'zod';
import { policyDocumentSchema } from './policy-document-schema.ts';

/** A policy that is understood as a whole, or why it is not. */
export type ReadPolicy =
  | { readonly document: PolicyDocument; readonly problems?: never }
  | { readonly document?: never; readonly problems: readonly Finding[] };

/** Reads a lifecycle policy that anyone may have written: half of it would be another policy, so it is read whole or not at all. */
export function readPolicyInForce(text: string): ReadPolicy {
  const parsed = policyDocumentSchema.safeParse(parseJson(text));
  if (parsed.success) return { document: parsed.data };
  return { problems: parsed.error.issues.flatMap(findingsOf) };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function findingsOf({ path, message }: z.core.$ZodIssue): Finding[] {
  return under(['policy in force', ...path.map(String)].join(' / '), [
    {
      rule: 'lifecycle-unreadable',
      severity: 'warning',
      message: `is not understood: ${message}`,
      fix: 'read the policy itself (aws ecr get-lifecycle-policy), or deploy the one of the specs',
    },
  ]);
}
