import type { ReadStatement } from './policy-statement-schema.ts';

/** One action that a policy allows or denies to someone. */
export interface Permission {
  readonly effect: 'Allow' | 'Deny';
  /** In words, with the conditions under which it is meant. */
  readonly who: string;
  /** As written, such as `ecr:PutImage` or `ecr:*`. */
  readonly action: string;
}

/** Statements taken apart, so that policies that say the same in other statements compare as equal. */
export function permissionsOf(statements: readonly ReadStatement[]): Permission[] {
  return statements.flatMap((statement) =>
    principalsOf(statement).flatMap((principal) =>
      statement.Action.map((action) => ({
        effect: statement.Effect,
        who: `${principal}${restriction(statement)}`,
        action,
      })),
    ),
  );
}

function principalsOf({ Principal }: ReadStatement): string[] {
  if (Principal === '*') return ['everyone'];
  return Object.entries(Principal).flatMap(([kind, names]) => names.map((name) => principalInWords(kind, name)));
}

function principalInWords(kind: string, name: string): string {
  if (kind !== 'AWS') return `${kind.toLowerCase()} ${name}`;
  if (name === '*') return 'everyone';
  const [, account] = /^(?:arn:[^:]+:iam::)?(\d{12})(?::root)?$/.exec(name) ?? [];
  if (account !== undefined) return `account ${account}`;
  const [, owner, role] = /^arn:[^:]+:iam::(\d{12}):role\/(.+)$/.exec(name) ?? [];
  return owner === undefined || role === undefined ? name : `role ${role} of ${owner}`;
}

function restriction({ Condition = {}, Resource }: ReadStatement): string {
  const conditions = Object.entries(Condition).flatMap(([operator, byKey]) =>
    Object.entries(byKey).map(([key, accepted]) => `${key} ${operator} ${accepted.join(' or ')}`),
  );
  const parts = [
    ...conditions.sort(),
    ...(Resource === undefined ? [] : [`the resource is ${[...Resource].sort().join(' or ')}`]),
  ];
  return parts.length === 0 ? '' : ` if ${parts.join(' and ')}`;
}
