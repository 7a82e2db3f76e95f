import { Failure as CliFailure } from '@slipway/cli';
import type { FailureParts } from '@slipway/cli';
import type { FailureCode } from '../failure.ts';

/** What went wrong or was found, for programs. `main.ts` alone maps these to exit codes. */
export type StackFailureCode =
  | FailureCode
  | 'dirty-checkout'
  | 'drift'
  | 'foreign-plan'
  | 'missing-program'
  | 'no-plan'
  | 'git-failed'
  | 'synthesis-failed'
  | 'terraform-failed';

/** The one class of failures, whose codes here are those of this command line. */
export const StackFailure: new (parts: FailureParts<StackFailureCode>) => CliFailure = CliFailure;
