import { z } from 'zod';

const values = z.union([z.string(), z.array(z.string())]).transform((value) => [value].flat());

/** Condition values may be numbers or booleans where people wrote them by hand. */
const conditionValues = z
  .union([z.string(), z.number(), z.boolean(), z.array(z.union([z.string(), z.number(), z.boolean()]))])
  .transform((value) => [value].flat().map(String).sort());

/** A statement of a resource policy as IAM documents it ("IAM JSON policy elements reference"), nothing else in it. */
export const policyStatementSchema = z.strictObject({
  Sid: z.string().optional(),
  Effect: z.enum(['Allow', 'Deny']),
  Principal: z.union([z.literal('*'), z.record(z.string(), values)]),
  Action: values,
  Resource: values.optional(),
  Condition: z.record(z.string(), z.record(z.string(), conditionValues)).optional(),
});

export type ReadStatement = z.infer<typeof policyStatementSchema>;

export const policySchema = z.looseObject({
  Statement: z.union([z.array(z.unknown()), z.unknown().transform((statement) => [statement])]),
});
