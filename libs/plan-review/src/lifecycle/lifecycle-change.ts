import { compare, parsePolicy } from '@slipway/lifecycle';
import type { Comparison, InventoryImage, PolicyDocument } from '@slipway/lifecycle';
import { readText, readValue } from '../change/read-value.ts';
import type { ResourceChange, Side } from '../plan/plan.ts';

/** How the lifecycle policy of a repository or of a creation template changes. */
export type LifecycleChange =
  | { readonly state: 'none' }
  /** The policy to come is only known after the apply, hidden, or none that ECR would take. */
  | { readonly state: 'unknown' }
  | { readonly state: 'compared'; readonly comparison: Comparison };

const ATTRIBUTES: Readonly<Record<string, string>> = {
  aws_ecr_lifecycle_policy: 'policy',
  aws_ecr_repository_creation_template: 'lifecycle_policy',
};
const NO_POLICY: PolicyDocument = { rules: [] };

/** @param inventory images of the repository, none where they are not known */
export function lifecycleChange(
  change: ResourceChange,
  inventory: { readonly images: readonly InventoryImage[]; readonly now: Date },
): LifecycleChange {
  const attribute = ATTRIBUTES[change.type];
  if (attribute === undefined) return { state: 'none' };
  const after = policyAt(change.after, attribute);
  if (after === undefined) return { state: 'unknown' };
  const before = isPutElsewhere(change) ? undefined : policyAt(change.before, attribute);
  return { state: 'compared', comparison: compare(before ?? NO_POLICY, after, inventory) };
}

/** Whether it is put on another repository, where it may be the first: images expire there that it kept nowhere. */
function isPutElsewhere({ kind, before, after }: ResourceChange): boolean {
  return kind === 'replace' && readText(before, 'repository') !== readText(after, 'repository');
}

function policyAt(side: Side, attribute: string): PolicyDocument | undefined {
  const reading = readValue(side, [attribute]);
  if (reading.state === 'absent') return NO_POLICY;
  return reading.state === 'known' && typeof reading.value === 'string'
    ? parsePolicy(reading.value).document
    : undefined;
}
