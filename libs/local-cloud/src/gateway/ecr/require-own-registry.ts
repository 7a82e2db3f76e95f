import { AwsError } from '../aws-error.ts';
import type { EcrCall } from './ecr-call.ts';

/** @throws AwsError for the registry of another account: its settings are nobody else's. */
export function requireOwnRegistry({ input, account }: EcrCall): void {
  const registryId = input.optionalText('registryId') ?? account;
  if (registryId === account) return;
  throw new AwsError('AccessDeniedException', `the caller is of account ${account}, not of "${registryId}"`);
}
