import { error } from '@slipway/findings';
import { sets } from '../change/effects.ts';
import { childOf, readValue } from '../change/read-value.ts';
import type { ResourceChange } from '../plan/plan.ts';
import type { Rule } from './rule.ts';

const RULE = 'administrator';
const FIX = 'attach a policy that names the actions that are needed';
/** Managed policies of AWS that let an identity do everything, or give itself everything. */
const WIDE =
  /:iam::aws:policy\/(AdministratorAccess|PowerUserAccess|IAMFullAccess|AmazonEC2ContainerRegistryFullAccess)$/;
/** Attributes that attach policies: what is only known after the apply may be one of the widest. */
const ATTACHING = ['policy_arn', 'policy_arns', 'managed_policy_arn', 'managed_policy_arns'];
const DEEPEST = 20;

/** An identity gets one of AWS's widest policies, or one that is not known. */
export const administrator: Rule = (change) => {
  if (!sets(change)) return [];
  const old = widePolicies(change.before.values);
  const fresh = [...widePolicies(change.after.values)].filter(
    (policy) => change.kind === 'replace' || !old.has(policy),
  );
  return [
    ...fresh.map((policy) => error(RULE, { message: `it attaches "${policy}"`, fix: FIX })),
    ...ATTACHING.filter((name) => isUnknown(change, name)).map(() =>
      error(RULE, { message: 'which policy it attaches is not known', fix: FIX }),
    ),
  ];
};

/** Wherever they stand: types that this program has never seen attach policies, too. */
function widePolicies(values: unknown): ReadonlySet<string> {
  const found = new Set<string>();
  addWide(values, found, 0);
  return found;
}

function addWide(value: unknown, found: Set<string>, depth: number): void {
  if (typeof value === 'string' && WIDE.test(value)) found.add(value);
  if (typeof value !== 'object' || value === null || depth > DEEPEST) return;
  for (const inner of Object.values(value)) addWide(inner, found, depth + 1);
}

/** A list may be known but for one of its entries. */
function isUnknown({ type, after, configured }: ResourceChange, name: string): boolean {
  if (!type.startsWith('aws_') || configured?.attributes.includes(name) === false) return false;
  const { state } = readValue(after, [name]);
  if (state === 'unknown' || state === 'hidden') return true;
  const marks = childOf(after.unknown, name);
  return typeof marks === 'object' && marks !== null && Object.keys(marks).some((key) => childOf(marks, key) === true);
}
