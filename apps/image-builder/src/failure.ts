import { Failure as CliFailure } from '@slipway/cli';

/** What went wrong, for programs. `main.ts` alone maps these to exit codes. */
export type FailureCode =
  | 'unknown-container'
  | 'unknown-environment'
  | 'workspace-missing'
  | 'dockerfile-missing'
  | 'context-unreadable'
  | 'settings-unreadable'
  | 'git-missing'
  | 'git-unusable'
  | 'engine-unreachable'
  | 'engine-failed'
  | 'base-image-missing'
  | 'build-failed'
  | 'tag-conflict'
  | 'push-failed'
  | 'push-unproven'
  | 'registry-unreachable'
  | 'registry-denied'
  | 'registry-failed'
  | 'repository-missing'
  | 'wrong-account'
  | 'aws-failed'
  | 'record-unwritable'
  | 'interrupted';

/** A failure of this CLI. */
export class Failure extends CliFailure<FailureCode> {}
