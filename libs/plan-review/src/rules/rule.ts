import type { LocalFinding } from '@slipway/findings';
import type { DeploymentEvidence } from '../deployments/deployment-evidence.ts';
import type { Evidence } from '../review/evidence.ts';
import type { ResourceChange } from '../plan/plan.ts';
import type { PlanIndex } from './plan-index.ts';

/** One concern about one change. Returns everything it finds. Errors block, warnings want attention. */
export type Rule = (change: ResourceChange, context: RuleContext) => readonly LocalFinding[];

export interface RuleContext {
  readonly index: PlanIndex;
  /** Whether what is a warning elsewhere blocks here. */
  readonly production: boolean;
  /** Names of the buckets that hold Terraform's state. */
  readonly stateBuckets: readonly string[];
  readonly evidence: Evidence;
  /** What images are needed for. @default nobody asked */
  readonly deployments?: DeploymentEvidence;
  readonly now: Date;
}
