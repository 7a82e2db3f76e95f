import { Failure } from '@slipway/cli';
import type { FailureParts } from '@slipway/cli';

/** What can go wrong while somebody is asked which images they need. */
export type DeploymentsFailureCode =
  | 'aws-failed'
  | 'cluster-failed'
  | 'configuration-invalid'
  | 'deploy-failed'
  | 'interrupted'
  | 'ledger-conflict'
  | 'ledger-unreadable'
  | 'tool-missing';

export function deploymentsFailure(parts: FailureParts<DeploymentsFailureCode>): Failure<DeploymentsFailureCode> {
  return new Failure(parts);
}
