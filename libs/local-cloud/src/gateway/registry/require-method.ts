import { DistributionError } from '../distribution-error.ts';
import type { RegistryRequest } from './registry-request.ts';

/** @throws DistributionError (405) for another method; ECR removes images through its API only. */
export function requireMethod({ request }: RegistryRequest, allowed: readonly string[]): void {
  if (allowed.includes(request.method ?? '')) return;
  throw new DistributionError(
    'UNSUPPORTED',
    `${request.method ?? ''} is not supported here, only ${allowed.join(', ')}; remove images with BatchDeleteImage`,
  );
}
