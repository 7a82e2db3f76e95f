import type { Verdict } from '@slipway/plan-review';
import type { PlanRecord } from '../../saved-plans/plan-record.ts';
import type { StateMark } from '../../terraform/terraform.ts';

/** What a deployment did. */
export interface Deployment {
  readonly schemaVersion: 1;
  readonly report: 'stack-deploy';
  readonly environment: string;
  /** Never `blocked`. */
  readonly verdict: Verdict;
  readonly record: PlanRecord;
  readonly applied: boolean;
  /** The state after it; none of a dry run. */
  readonly state?: StateMark;
}
