import type { Principal } from '@slipway/access';

/** A customer managed KMS key with rotation, and its alias. */
export interface KeySpec {
  /** Alias without its `alias/`, such as `dev-ecr`. */
  readonly alias: string;
  /** Days between the request to delete the key and its end: 7 to 30 (KMS ScheduleKeyDeletion). */
  readonly deletionWindowDays: number;
  /** Days between rotations: 90 to 2560 (KMS EnableKeyRotation). @default 365 */
  readonly rotationPeriodDays?: number;
  /** Who may manage the key, but not use it. @default the account, which lets its identity policies decide */
  readonly administrators?: readonly Principal[];
  /** Who may use the key beside ECR on behalf of those who pull. @default the account, which lets its identity policies decide */
  readonly users?: readonly Principal[];
}
