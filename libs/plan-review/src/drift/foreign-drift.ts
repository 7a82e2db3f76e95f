import { isDeepStrictEqual } from 'node:util';
import { childOf } from '../change/read-value.ts';
import type { ResourceChange } from '../plan/plan.ts';
import type { StateResource } from '../plan/state-resources.ts';

/**
 * Drift that somebody else made. A topic or bucket also tells the policy that a resource of its own, such as `aws_sns_topic_policy`,
 * put on it, and until the next apply the state has the topic as it was before: Terraform calls that drift of the topic, and it is its
 * own doing. The policy has to be exactly that resource's. Where somebody else changed the policy, the drift of that resource tells it.
 * @param state every resource of the state that the plan compares with
 */
export function foreignDrift(
  drift: readonly ResourceChange[],
  state: readonly StateResource[],
): readonly ResourceChange[] {
  return drift.filter((change) => !isOfOwnPolicy(change, state));
}

function isOfOwnPolicy({ type, kind, before, after }: ResourceChange, state: readonly StateResource[]): boolean {
  if (kind !== 'update' || !isObject(before.values) || !isObject(after.values)) return false;
  const [was, is] = [before.values, after.values];
  const changed = Object.keys({ ...was, ...is }).filter((name) => !isSame(childOf(was, name), childOf(is, name)));
  if (changed.join() !== 'policy') return false;
  return state.some(
    ({ type: other, values }) =>
      other === `${type}_policy` &&
      isAbout(values, is) &&
      isSamePolicy(childOf(values, 'policy'), childOf(is, 'policy')),
  );
}

/** Policies name what they are of by its ARN or, as buckets, by its id. */
function isAbout(policy: object, resource: object): boolean {
  const names = [childOf(resource, 'arn'), childOf(resource, 'id')];
  return (
    childOf(policy, 'region') === childOf(resource, 'region') &&
    Object.values(policy).some((value) => typeof value === 'string' && names.includes(value))
  );
}

function isSamePolicy(a: unknown, b: unknown): boolean {
  return typeof a === 'string' && typeof b === 'string' && isSame(parsed(a), parsed(b));
}

/** What is nested too deeply to be compared is not the same. */
function isSame(a: unknown, b: unknown): boolean {
  try {
    return isDeepStrictEqual(a, b);
  } catch {
    return false;
  }
}

/** A text that is no JSON stands for itself. */
function parsed(policy: string): unknown {
  try {
    return JSON.parse(policy);
  } catch {
    return policy;
  }
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
