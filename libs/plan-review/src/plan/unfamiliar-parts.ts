/** Parts of a plan that say what it does, or that do nothing (Terraform, "JSON output format", plan representation). */
const FAMILIAR: readonly string[] = [
  'applyable',
  'checks',
  'complete',
  'configuration',
  'deferred_changes',
  'errored',
  'format_version',
  'output_changes',
  'planned_values',
  'prior_state',
  'proposed_unknown',
  'relevant_attributes',
  'resource_changes',
  'resource_drift',
  'terraform_version',
  'timestamp',
  'variables',
];
const MOST = 10;

/** Names of the parts that hold something and are none of those, at most 10: later versions of Terraform may do something by them. */
export function unfamiliarParts(plan: unknown): string[] {
  return Object.entries(Object(plan) as object)
    .filter(([name, part]) => !FAMILIAR.includes(name) && holdsSomething(part))
    .map(([name]) => name)
    .slice(0, MOST);
}

function holdsSomething(part: unknown): boolean {
  if (typeof part === 'object' && part !== null) return Object.keys(part).length > 0;
  return part !== null && part !== '' && part !== false;
}
