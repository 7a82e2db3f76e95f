import type { PolicyDocument } from '@slipway/access';
import { z } from 'zod';

const oneOrMore = z.union([z.string(), z.array(z.string())]);
/** IAM's grammar of policies, as far as the evaluator reads it. What else there is stays in, and the evaluator takes it for unknown. */
const statementSchema = z
  .looseObject({
    Sid: z.string().optional(),
    Effect: z.enum(['Allow', 'Deny']),
    Principal: z.union([z.literal('*'), z.record(z.string(), oneOrMore)]).optional(),
    // With NotAction instead, the statement may be about every action.
    Action: oneOrMore.default('*'),
    Resource: oneOrMore.optional(),
    Condition: z.record(z.string(), z.record(z.string(), oneOrMore)).optional(),
  })
  .refine((statement) => !('NotAction' in statement) || statement.Action === '*');

const policySchema = z.looseObject({
  Statement: z.union([z.array(statementSchema), statementSchema.transform((one) => [one])]),
});

/** A policy's text as a document; undefined when it is none that can be read. */
export function parsePolicy(text: string): PolicyDocument | undefined {
  const parsed = policySchema.safeParse(parseJson(text));
  if (!parsed.success) return undefined;
  // The schema is the same but for what zod says of optional fields: absent or undefined.
  return { Version: '2012-10-17', Statement: parsed.data.Statement as PolicyDocument['Statement'] };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
