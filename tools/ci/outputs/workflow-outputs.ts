import { environments, type EnvironmentName } from '@slipway/environments';
import type { Affected } from '../facts.ts';
import { environmentsIn } from '../affected-names.ts';

/** One entry of the matrix of plans. */
export interface PlanEntry {
  readonly environment: EnvironmentName;
  readonly region: string;
  /** ARN of the role that may plan, and nothing else. */
  readonly role: string;
}

/** What jobs of a workflow are started by; GitHub's outputs are texts. An empty list is `[]`, which GitHub takes for no matrix: jobs ask first. */
export function workflowOutputs(affected: Affected): Readonly<Record<'image' | 'environments', string>> {
  return {
    image: String(affected.image !== undefined),
    environments: JSON.stringify(environmentsIn(affected.plan).map(planEntry)),
  };
}

function planEntry(name: EnvironmentName): PlanEntry {
  const { account, region, ci } = environments[name];
  const planner = ci.roles.find(({ verb }) => verb === 'plan');
  if (planner === undefined) throw new Error(`'${name}' has no role with the verb 'plan' in its ci.roles`);
  return { environment: name, region, role: `arn:aws:iam::${account}:role/${planner.name}` };
}
