import { z } from 'zod';
import { configuredAttributes } from './configured-attributes.ts';
import type { Configured } from './configured-attributes.ts';
import { foreignDrift } from '../drift/foreign-drift.ts';
import { kindOf } from './kind-of.ts';
import type { OutputChange, Plan, ResourceChange, Side } from './plan.ts';
import { planSchema } from './plan-schema.ts';
import type { ChangeJson, PlanJson, ResourceJson } from './plan-schema.ts';
import { stateResources } from './state-resources.ts';
import { unfamiliarParts } from './unfamiliar-parts.ts';

/** A text that was read as a plan, or why it is none. */
export type ParsedPlan = { readonly plan: Plan } | { readonly plan: undefined; readonly problem: PlanProblem };

export interface PlanProblem {
  /** In lower case, with the value quoted. */
  readonly message: string;
  readonly fix: string;
}

const MAKE_ONE = "write one with 'terraform show -json <plan file>'";

/** Reads the output of `terraform show -json <plan file>`. Never throws. Minor versions of format 1 only add to it, others are refused. */
export function parsePlan(text: string): ParsedPlan {
  const json = parsedJson(text);
  if (json === undefined)
    return problem(`this is no JSON, or only the beginning of it (${text.length} characters)`, MAKE_ONE);
  const version = versionOf(json.value);
  if (version === undefined) return problem('this is no plan: it has no "format_version"', MAKE_ONE);
  if (!/^1(\.|$)/.test(version)) return problem(`format_version is ${JSON.stringify(version)}, not 1.x`, OTHER_VERSION);
  const { data, error } = planSchema.safeParse(json.value);
  if (data === undefined) return problem(`this is no plan: ${z.prettifyError(error).slice(0, 300)}`, MAKE_ONE);
  if (!('resource_changes' in data) && !('planned_values' in Object(json.value)))
    return problem('this is no plan but perhaps a state: it has no "planned_values"', MAKE_ONE);
  return { plan: planOf(data, unfamiliarParts(json.value)) };
}

const OTHER_VERSION = 'use a Terraform whose plans this program knows (1.x of the format), or update this program';

function problem(message: string, fix: string): ParsedPlan {
  return { plan: undefined, problem: { message, fix } };
}

function parsedJson(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text.replace(/^\uFEFF/, '')) as unknown };
  } catch {
    return undefined;
  }
}

function versionOf(json: unknown): string | undefined {
  const version = z.object({ format_version: z.string() }).safeParse(json);
  return version.data?.format_version;
}

function planOf(json: PlanJson, unfamiliar: readonly string[]): Plan {
  const configured = configuredAttributes(json.configuration);
  const read = (resource: ResourceJson) => resourceOf(resource, configured);
  const madeAt = json.timestamp === undefined ? NaN : Date.parse(json.timestamp);
  return {
    formatVersion: json.format_version,
    terraformVersion: json.terraform_version ?? '',
    ...(Number.isNaN(madeAt) ? {} : { madeAt: new Date(madeAt) }),
    errored: json.errored ?? false,
    complete: (json.complete ?? true) && (json.deferred_changes ?? []).length === 0,
    changes: (json.resource_changes ?? []).map(read),
    drift: foreignDrift((json.resource_drift ?? []).map(read), stateResources(json.prior_state)),
    outputs: Object.entries(json.output_changes ?? {}).map(outputOf),
    unfamiliar,
  };
}

function resourceOf(json: ResourceJson, configuredAt: Configured): ResourceChange {
  const configured = configuredAt(json.address);
  const { address, type, change, deposed, previous_address: previous } = json;
  return {
    address,
    ...(previous === undefined || previous === address ? {} : { previousAddress: previous }),
    type,
    provider: json.provider_name ?? '',
    isData: json.mode === 'data',
    kind: kindOf(change.actions),
    actions: change.actions,
    ...(change.importing === undefined || change.importing === null
      ? {}
      : { importId: change.importing.id ?? 'unknown' }),
    ...(deposed === undefined ? {} : { deposed }),
    ...(configured === undefined ? {} : { configured }),
    replacePaths: change.replace_paths ?? [],
    ...sidesOf(change),
  };
}

function outputOf([name, change]: readonly [string, ChangeJson]): OutputChange {
  return { name, kind: kindOf(change.actions), ...sidesOf(change) };
}

function sidesOf(change: ChangeJson): { readonly before: Side; readonly after: Side } {
  return {
    before: { values: change.before, unknown: false, sensitive: change.before_sensitive },
    after: { values: change.after, unknown: change.after_unknown, sensitive: change.after_sensitive },
  };
}
