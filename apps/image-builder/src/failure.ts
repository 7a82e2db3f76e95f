import { Failure as CliFailure } from '@slipway/cli';
import type { FailureParts } from '@slipway/cli';

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
  | 'affected-unknown'
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
  | 'unknown-repository'
  | 'configuration-invalid'
  | 'image-missing'
  | 'gate-closed'
  | 'ledger-conflict'
  | 'ledger-unreadable'
  | 'copy-failed'
  | 'vulnerabilities-found'
  | 'scan-failed'
  | 'exceptions-invalid'
  | 'deploy-failed'
  | 'cluster-failed'
  | 'smoke-test-failed'
  | 'differs'
  | 'plan-invalid'
  | 'plan-stale'
  | 'clean-up-failed'
  | 'not-ready'
  | 'tool-missing'
  | 'signing-failed'
  | 'interrupted';

/** The one class of failures, whose codes here are those of this CLI. */
export const Failure: new (parts: FailureParts<FailureCode>) => CliFailure = CliFailure;
export type Failure = CliFailure;
