import { childOf, readValue } from '../change/read-value.ts';
import type { PathPart, ResourceChange, Side } from '../plan/plan.ts';
import { isPolicyText } from './policy-text.ts';
import { readPolicy } from './read-policy.ts';
import type { ReadStatement } from './statement.ts';

/** Who is ruled by a policy: whoever wants the resource, an identity that has it, or whoever wants to be a role. */
export type PolicyKind = 'resource' | 'identity' | 'trust';

/** A policy of a resource on both sides of a change. */
export interface PolicyPair {
  /** Such as `policy` or `inline_policy[0].policy`. */
  readonly path: string;
  readonly kind: PolicyKind;
  readonly before: PolicyReading;
  readonly after: PolicyReading;
}

/** `unknown`: only after the apply, or hidden; `unreadable`: it has elements that IAM's grammar does not have. */
export type PolicyReading =
  | { readonly state: 'absent' | 'unknown' | 'unreadable' }
  | {
      readonly state: 'read';
      readonly statements: readonly ReadStatement[];
      /** ARNs in it that only the apply gives, such as `aws_sns_topic.alerts.arn`. @default none */
      readonly awaits?: readonly string[];
    };

/** Steps from a resource to a policy in it; no type of AWS has more than a few. */
const DEEPEST = 20;
const IDENTITY_TYPES = /^aws_iam_((role|user|group)_polic(y|ies)|policy|role|user|group)(_|$)/;

/** The policies of a resource, found by their names and their form, so that types that this program has never seen have theirs, too. */
export function policiesOf(change: ResourceChange): PolicyPair[] {
  const paths = new Map<string, readonly PathPart[]>();
  for (const path of pathsIn(change)) paths.set(path.join('.'), path);
  const isAnew = isPutElsewhere(change);
  return [...paths].map(([name, path]) => ({
    path: name,
    kind: kindOf(change.type, path),
    before: isAnew(name) ? { state: 'absent' } : policyAt(change.before, path),
    after: policyAfter(change, path),
  }));
}

/** Whether a policy is put anew on something else: all that it allows there is news. It is not where nothing but the policy forces that. */
function isPutElsewhere({ kind, replacePaths }: ResourceChange): (name: string) => boolean {
  if (kind !== 'replace') return () => false;
  return (name) => replacePaths.length === 0 || replacePaths.some((path) => path.join('.') !== name);
}

function kindOf(type: string, path: readonly PathPart[]): PolicyKind {
  if (path.at(-1) === 'assume_role_policy') return 'trust';
  return IDENTITY_TYPES.test(type) ? 'identity' : 'resource';
}

function pathsIn({ before, after, type, configured }: ResourceChange): (readonly PathPart[])[] {
  const marked = markedPolicies(after.unknown, type, []).filter(
    ([name]) => configured === undefined || configured.attributes.includes(String(name)),
  );
  return [...textPolicies(before.values, []), ...textPolicies(after.values, []), ...marked];
}

function textPolicies(value: unknown, path: readonly PathPart[]): (readonly PathPart[])[] {
  if (typeof value === 'string') return isPolicyText(value) ? [path] : [];
  return innerPaths(value, path, textPolicies);
}

/** Unknown values that a policy will be in. Where the configuration has none, AWS sets its own, which lets in the account alone. */
function markedPolicies(mark: unknown, type: string, path: readonly PathPart[]): (readonly PathPart[])[] {
  const name = path.at(-1);
  if (mark === true) return typeof name === 'string' && isPolicyName(name, type) ? [path] : [];
  return innerPaths(mark, path, (inner, at) => markedPolicies(inner, type, at));
}

function isPolicyName(name: string, type: string): boolean {
  if (type === 'aws_ecr_lifecycle_policy' || name === 'lifecycle_policy') return false;
  return /(^|_)policy$/.test(name);
}

type Search = (value: unknown, path: readonly PathPart[]) => (readonly PathPart[])[];

function innerPaths(value: unknown, path: readonly PathPart[], search: Search): (readonly PathPart[])[] {
  if (typeof value !== 'object' || value === null || path.length >= DEEPEST) return [];
  const keys = Array.isArray(value) ? value.map((_, index) => index) : Object.keys(value);
  return keys.flatMap((key) => search(childOf(value, key), [...path, key]));
}

/** Who may become a role is never taken from the configuration: the rules about logins read the plan alone. */
function policyAfter(change: ResourceChange, path: readonly PathPart[]): PolicyReading {
  const reading = policyAt(change.after, path);
  const [name = '', ...rest] = path;
  const written = rest.length === 0 ? change.written?.get(String(name)) : undefined;
  const isOnlyLater = readValue(change.after, path).state === 'unknown';
  if (!isOnlyLater || written === undefined || kindOf(change.type, path) === 'trust') return reading;
  const statements = readPolicy(written.text);
  return statements === undefined ? { state: 'unreadable' } : { state: 'read', statements, awaits: written.references };
}

function policyAt(side: Side, path: readonly PathPart[]): PolicyReading {
  const reading = readValue(side, path);
  if (reading.state === 'absent') return { state: 'absent' };
  if (reading.state !== 'known') return { state: 'unknown' };
  if (reading.value === '') return { state: 'absent' };
  const statements = typeof reading.value === 'string' ? readPolicy(reading.value) : undefined;
  return statements === undefined ? { state: 'unreadable' } : { state: 'read', statements };
}
