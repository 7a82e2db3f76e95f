import { AwsError } from '../aws-error.ts';
import type { EcrCall } from '../ecr/ecr-call.ts';
import type { PublicRepository } from './public-repository.ts';

/** The repository of the name. @throws AwsError when the registry, which must be the caller's, has none. */
export function findPublicRepository(
  { input, account }: EcrCall,
  { repositories, name }: { readonly repositories: ReadonlyMap<string, PublicRepository>; readonly name: string },
): PublicRepository {
  const registryId = input.optionalText('registryId') ?? account;
  const found = registryId === account ? repositories.get(name) : undefined;
  if (found !== undefined) return found;
  throw new AwsError(
    'RepositoryNotFoundException',
    `The repository with name '${name}' does not exist in the registry with id '${registryId}'`,
  );
}
