import type { EnvironmentSpec } from '@slipway/environments';
import type { Inventory, RepositoryPlace } from '@slipway/ecr-inventory';
import type { CleanupPlan, CleanupRules } from '../../cleanup/cleanup-plan.ts';
import { planRepository } from '../../cleanup/plan-repository.ts';
import type { ImageUse } from '@slipway/images';

export interface CleanupInput {
  readonly environment: EnvironmentSpec;
  readonly rules: CleanupRules;
  readonly without: readonly string[];
  readonly uses: readonly ImageUse[];
  /** What was read of each repository that is there. */
  readonly read: readonly { readonly place: RepositoryPlace; readonly inventory: Inventory }[];
  readonly now: Date;
}

/** The plan for all repositories. */
export function planCleanup({ environment, rules, without, uses, read, now }: CleanupInput): CleanupPlan {
  return {
    schemaVersion: 1,
    report: 'cleanup-plan',
    environment: environment.name,
    account: environment.account,
    at: now.toISOString(),
    rules,
    without,
    repositories: read.map(({ place, inventory }) => planRepository(place, inventory, { rules, uses, now })),
  };
}
