import { z } from 'zod';

const marks = z.unknown().optional();

const change = z.object({
  actions: z.array(z.string()),
  before: z.unknown().optional(),
  after: z.unknown().optional(),
  after_unknown: marks,
  before_sensitive: marks,
  after_sensitive: marks,
  replace_paths: z.array(z.array(z.union([z.string(), z.number()]))).nullish(),
  importing: z.object({ id: z.string().optional() }).nullish(),
});

const resource = z.object({
  address: z.string(),
  previous_address: z.string().optional(),
  mode: z.string().optional(),
  type: z.string(),
  provider_name: z.string().optional(),
  deposed: z.string().optional(),
  change,
});

/** The parts of `terraform show -json` that a review reads (Terraform, "JSON output format", plan representation). */
export const planSchema = z.object({
  format_version: z.string(),
  terraform_version: z.string().optional(),
  timestamp: z.string().optional(),
  errored: z.boolean().optional(),
  complete: z.boolean().optional(),
  resource_changes: z.array(resource).nullish(),
  resource_drift: z.array(resource).nullish(),
  output_changes: z.record(z.string(), change).nullish(),
  configuration: z.unknown().optional(),
  prior_state: z.unknown().optional(),
  deferred_changes: z.array(z.unknown()).nullish(),
});

export type PlanJson = z.infer<typeof planSchema>;
export type ChangeJson = z.infer<typeof change>;
export type ResourceJson = z.infer<typeof resource>;
