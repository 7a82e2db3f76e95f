import { isDeepStrictEqual } from 'node:util';
import type { Plan, ResourceChange } from '@slipway/plan-review';

type Values = Readonly<Record<string, unknown>>;

interface StateResource {
  readonly type: string;
  readonly values: Values;
}

/**
 * The plan without drift that Terraform made itself: a topic or bucket also tells the policy that a resource of its own, such as
 * `aws_sns_topic_policy`, put on it, and the state has the topic as it was before. The policy has to be exactly that resource's.
 * Where somebody else changes the policy, the drift of that resource stays and tells it.
 * @param json the plan's text, for the state in it
 */
export function withoutCompanions(plan: Plan, json: string): Plan {
  if (plan.drift.length === 0) return plan;
  const resources = stateResources(json);
  return { ...plan, drift: plan.drift.filter((change) => !isOfCompanion(change, resources)) };
}

function isOfCompanion({ type, kind, before, after }: ResourceChange, resources: readonly StateResource[]): boolean {
  if (kind !== 'update' || !isValues(before.values) || !isValues(after.values)) return false;
  const [was, is] = [before.values, after.values];
  const changed = Object.keys({ ...was, ...is }).filter((name) => !isDeepStrictEqual(was[name], is[name]));
  if (!isDeepStrictEqual(changed, ['policy'])) return false;
  return resources.some(
    ({ type: other, values }) =>
      other === `${type}_policy` && isAbout(values, is) && samePolicy(values['policy'], is['policy']),
  );
}

/** Policies name what they are of by its ARN or, as buckets, by its id. */
function isAbout(companion: Values, { arn, id, region }: Values): boolean {
  const { region: itsRegion } = companion;
  return region === itsRegion && Object.values(companion).some((value) => isText(value) && [arn, id].includes(value));
}

function samePolicy(a: unknown, b: unknown): boolean {
  return isText(a) && isText(b) && isDeepStrictEqual(parsed(a), parsed(b));
}

/** A text that is no JSON stands for itself. */
function parsed(policy: string): unknown {
  try {
    return JSON.parse(policy);
  } catch {
    return policy;
  }
}

/** Of the root module: stacks have no other. */
function stateResources(json: string): readonly StateResource[] {
  const { prior_state: state } = JSON.parse(json) as {
    readonly prior_state?: { readonly values?: { readonly root_module?: { readonly resources?: StateResource[] } } };
  };
  return state?.values?.root_module?.resources ?? [];
}

function isValues(value: unknown): value is Values {
  return typeof value === 'object' && value !== null;
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}
