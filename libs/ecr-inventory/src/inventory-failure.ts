import { Failure } from '@slipway/cli';
import type { FailureParts } from '@slipway/cli';

/** What can go wrong while a registry is read, or what to read is found in the specs. */
export type InventoryFailureCode =
  'unknown-environment' | 'unknown-repository' | 'wrong-account' | 'aws-failed' | 'interrupted';

export function inventoryFailure(parts: FailureParts<InventoryFailureCode>): Failure<InventoryFailureCode> {
  return new Failure(parts);
}
