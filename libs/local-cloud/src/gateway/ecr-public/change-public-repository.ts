import type { EcrCall } from '../ecr/ecr-call.ts';
import { findPublicRepository } from './find-public-repository.ts';
import { publicRegistryOf } from './public-registry-of.ts';
import type { PublicRepository } from './public-repository.ts';

/** Keeps the repository as `change` answers it. @throws AwsError when there is none of the name. */
export function changePublicRepository(
  call: EcrCall,
  { name, change }: { readonly name: string; readonly change: (before: PublicRepository) => PublicRepository },
): Promise<PublicRepository> {
  return call.context.records.publicRepositories.change(publicRegistryOf(call), (repositories) => {
    const changed = change(findPublicRepository(call, { repositories, name }));
    repositories.set(name, changed);
    return changed;
  });
}
