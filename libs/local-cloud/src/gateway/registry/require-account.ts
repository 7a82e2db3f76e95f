import { DistributionError } from '../distribution-error.ts';
import type { RepositoryId } from '../repository-id.ts';
import type { RegistryToken } from '../token/registry-token.ts';

/** Lets a token into its own account's registries only. @throws DistributionError (403). */
export function requireAccount(token: RegistryToken, { account, region, name }: RepositoryId): void {
  if (token.anyAccount || token.account === account) return;
  throw new DistributionError(
    'DENIED',
    `User: arn:aws:iam::${token.account}:root is not authorized to perform the request on resource: ` +
      `arn:aws:ecr:${region}:${account}:repository/${name}; log in with credentials of that account`,
  );
}
