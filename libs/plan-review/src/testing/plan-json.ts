import { parsePlan } from '../plan/parse-plan.ts';
import { reviewPlans } from '../review/review-plans.ts';
import type { Review } from '../review/review.ts';
import type { StackInput } from '../review/review-stack.ts';

export const NOW = new Date('2026-06-30T12:00:00Z');

/** A change as Terraform writes it; what is left out is as for a resource that is updated. */
export interface TestChange {
  readonly type: string;
  readonly address?: string;
  readonly actions?: readonly string[];
  readonly before?: unknown;
  readonly after?: unknown;
  readonly unknown?: unknown;
  readonly sensitive?: unknown;
  /** Attributes that force a replacement. @default not said */
  readonly replacePaths?: readonly (readonly string[])[];
  /** The import of it. @default none */
  readonly importing?: object;
  readonly more?: object;
}

export function resourceJson({ type, address = `${type}.it`, more = {}, ...change }: TestChange): object {
  const { actions = ['update'], before = null, after = null, unknown = {}, sensitive = {}, importing } = change;
  return {
    address,
    mode: 'managed',
    type,
    name: 'it',
    provider_name: 'registry.terraform.io/hashicorp/aws',
    change: {
      actions,
      before,
      after,
      after_unknown: unknown,
      before_sensitive: sensitive,
      after_sensitive: sensitive,
      replace_paths: change.replacePaths,
      importing,
    },
    ...more,
  };
}

/** The text of a plan (Terraform, "JSON output format"). */
export function planText(changes: readonly TestChange[], more: object = {}): string {
  return JSON.stringify({
    format_version: '1.2',
    terraform_version: '1.11.4',
    planned_values: {},
    resource_changes: changes.map(resourceJson),
    ...more,
  });
}

/** The review of one plan of the stack `prod`. */
export function reviewOf(text: string, input: Partial<StackInput> = {}): Review {
  const parsed = parsePlan(text);
  if (parsed.plan === undefined) throw new Error(parsed.problem.message);
  const stack = { stack: 'prod', plan: parsed.plan, production: true, stateBuckets: ['the-state'], ...input };
  return reviewPlans({ stacks: [stack], now: NOW });
}

/** Rules and severities of what is found in one change, in production unless said otherwise. */
export function foundIn(change: TestChange, input: Partial<StackInput> = {}): string[] {
  return reviewOf(planText([change]), input).findings.map(({ rule, severity }) => `${severity} ${rule}`);
}
