import { z } from 'zod';
import type { ReadCondition, ReadStatement } from './statement.ts';

const scalar = z.union([z.string(), z.number(), z.boolean()]).transform(String);
const list = z.union([scalar.transform((one) => [one]), z.array(scalar)]);
const texts = z.union([z.string().transform((one) => [one]), z.array(z.string())]);
const principal = z.union([z.literal('*'), z.record(z.string(), texts)]);

const statement = z.strictObject({
  Sid: z.string().optional(),
  Effect: z.enum(['Allow', 'Deny']),
  Principal: principal.optional(),
  NotPrincipal: principal.optional(),
  Action: texts.optional(),
  NotAction: texts.optional(),
  Resource: texts.optional(),
  NotResource: texts.optional(),
  Condition: z.record(z.string(), z.record(z.string(), list)).optional(),
});

type StatementJson = z.infer<typeof statement>;

const document = z.object({
  Statement: z.union([z.array(statement), statement.transform((one) => [one])]),
});

/** The statements of a policy of AWS (IAM user guide, "Grammar of the IAM JSON policy language"); undefined where it is none. Never throws. */
export function readPolicy(text: string): readonly ReadStatement[] | undefined {
  try {
    return document.safeParse(JSON.parse(text)).data?.Statement.map(read);
  } catch {
    return undefined;
  }
}

function read(json: StatementJson): ReadStatement {
  return {
    effect: json.Effect,
    principals: principalsOf(json.Principal ?? json.NotPrincipal),
    allButPrincipals: json.NotPrincipal !== undefined,
    actions: json.Action ?? json.NotAction ?? [],
    allButActions: json.NotAction !== undefined,
    resources: json.Resource ?? json.NotResource ?? [],
    allButResources: json.NotResource !== undefined,
    conditions: conditionsOf(json.Condition),
  };
}

/** `"Principal": "*"` and `"Principal": { "AWS": "*" }` are the same (IAM user guide, "AWS JSON policy elements: Principal"). */
function principalsOf(principals: StatementJson['Principal']): string[] {
  if (principals === undefined) return [];
  if (principals === '*') return ['AWS *'];
  return Object.entries(principals).flatMap(([kind, names]) => names.map((name) => `${kind} ${name}`));
}

function conditionsOf(conditions: StatementJson['Condition']): ReadCondition[] {
  return Object.entries(conditions ?? {}).flatMap(([operator, keys]) =>
    Object.entries(keys).map(([key, values]) => ({ operator, key, values })),
  );
}
