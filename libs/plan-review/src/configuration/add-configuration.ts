import { childOf } from '../change/read-value.ts';
import type { Plan, ResourceChange } from '../plan/plan.ts';
import { writtenPolicy } from './written-policy.ts';
import type { WrittenPolicy } from './written-policy.ts';

/** A plan with the policies of its configuration, or why the configuration is not the one that it was made of. */
export type ConfiguredPlan =
  | { readonly plan: Plan }
  /** In lower case, to complete "it can't be used: ...". */
  | { readonly plan: undefined; readonly problem: string };

/**
 * Adds what a plan leaves out: the text of policies that wait for ARNs of the plan's own resources. Never throws.
 *
 * It compares the resources and every constant with the plan, so that another stack's or an older configuration is refused. It can't compare
 * what the plan doesn't have, the text of those policies: whoever makes the plan has to give the configuration along with it.
 *
 * @param text configuration of the root module in Terraform's JSON, such as `cdk.tf.json`
 */
export function addConfiguration(plan: Plan, text: string): ConfiguredPlan {
  const resources = childOf(parsed(text), 'resource');
  if (typeof resources !== 'object' || resources === null)
    return { plan: undefined, problem: 'it is no JSON with a "resource"' };
  const problem = plan.changes.map((change) => differenceOf(change, resources)).find((one) => one !== undefined);
  if (problem !== undefined) return { plan: undefined, problem };
  const own = new Set(plan.changes.filter((one) => isThere(one) && hasOwnArn(one)).map(({ address }) => address));
  return { plan: { ...plan, changes: plan.changes.map((change) => withPolicies(change, { resources, own })) } };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Where the configuration can't be that of the plan. Modules and resources made several times are left alone. */
function differenceOf(change: ResourceChange, resources: object): string | undefined {
  const { address, configured } = change;
  if (configured === undefined || change.isData || !isPlain(change)) return undefined;
  const resource = resourceAt(change, resources);
  if (resource === undefined) return `it has no "${address}", which the plan has`;
  const different = configured.attributes.find((name) => {
    const [planned, written] = [configured.constant(name), childOf(resource, name)];
    return isConstant(planned) && isConstant(written) && planned !== written;
  });
  return different === undefined ? undefined : `"${different}" of "${address}" is not what the plan has`;
}

function isConstant(value: unknown): boolean {
  return (
    typeof value === 'number' || typeof value === 'boolean' || (typeof value === 'string' && !/[$%]\{/.test(value))
  );
}

interface Written {
  readonly resources: object;
  /** Addresses of resources that are there after the apply, with an ARN of AWS's making. */
  readonly own: ReadonlySet<string>;
}

function withPolicies(change: ResourceChange, { resources, own }: Written): ResourceChange {
  const { configured } = change;
  if (configured === undefined || !isPlain(change)) return change;
  const policies = configured.attributes.flatMap((name): (readonly [string, WrittenPolicy])[] => {
    const template = childOf(resourceAt(change, resources), name);
    const policy = typeof template === 'string' ? writtenPolicy(template, configured.references(name)) : undefined;
    return policy?.references.every((one) => own.has(one.slice(0, -'.arn'.length))) === true ? [[name, policy]] : [];
  });
  return policies.length === 0 ? change : { ...change, written: new Map(policies) };
}

function resourceAt({ type, address }: ResourceChange, resources: object): unknown {
  return childOf(childOf(resources, type), address.slice(type.length + 1));
}

/** In the root module, and made once. */
function isPlain({ type, address }: ResourceChange): boolean {
  return address.startsWith(`${type}.`) && /^[\w-]+$/.test(address.slice(type.length + 1));
}

/** Whether its ARN is what AWS makes of it. Some types, such as `aws_sns_topic_policy`, have one that the configuration sets: it may be anything. */
function hasOwnArn({ provider, configured }: ResourceChange): boolean {
  return provider.endsWith('/hashicorp/aws') && configured?.attributes.includes('arn') === false;
}

function isThere({ isData, kind, deposed }: ResourceChange): boolean {
  return !isData && deposed === undefined && kind !== 'destroy' && kind !== 'forget' && kind !== 'unfamiliar';
}
