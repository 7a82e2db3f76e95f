import type { EcrCall } from '../ecr/ecr-call.ts';
import { findPublicRepository } from './find-public-repository.ts';
import { publicRegistryOf } from './public-registry-of.ts';

/** No repository here ever holds images, so `force` changes nothing. */
export function deleteRepository(call: EcrCall): Promise<object> {
  const name = call.input.text('repositoryName');
  return call.context.records.publicRepositories.change(publicRegistryOf(call), (repositories) => {
    const { record } = findPublicRepository(call, { repositories, name });
    repositories.delete(name);
    return { repository: record };
  });
}
