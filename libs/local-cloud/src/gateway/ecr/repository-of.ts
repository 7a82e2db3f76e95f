import { AwsError } from '../aws-error.ts';
import type { RepositoryId } from '../repository-id.ts';
import type { EcrCall } from './ecr-call.ts';

/** The repository that a call is about. @throws AwsError for a registry that isn't the caller's. */
export function repositoryOf({ input, account, region }: EcrCall): RepositoryId {
  const name = input.text('repositoryName');
  const registryId = input.optionalText('registryId') ?? account;
  if (registryId === account) return { account, region, name };
  throw new AwsError(
    'RepositoryNotFoundException',
    `The repository with name '${name}' does not exist in the registry with id '${registryId}'`,
  );
}
