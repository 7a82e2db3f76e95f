import { Failure as CliFailure } from '@slipway/cli';
import type { FailureParts } from '@slipway/cli';
import type { InventoryFailureCode } from '@slipway/ecr-inventory';

/** What went wrong, for programs. `exit-codes.ts` alone maps these to exit codes. */
export type FailureCode =
  | InventoryFailureCode
  | 'blocked'
  | 'needs-attention'
  | 'not-a-plan'
  | 'stale-plan'
  | 'invalid-configuration'
  | 'invalid-overrides'
  | 'repeated-stack'
  | 'unreadable-file'
  | 'unwritable-file';

/** The one class of failures, whose codes here are those of this CLI. */
export const Failure: new (parts: FailureParts<FailureCode>) => CliFailure = CliFailure;
export type Failure = CliFailure;
