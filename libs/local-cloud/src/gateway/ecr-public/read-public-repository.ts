import type { EcrCall } from '../ecr/ecr-call.ts';
import { findPublicRepository } from './find-public-repository.ts';
import { publicRegistryOf } from './public-registry-of.ts';
import type { PublicRepository } from './public-repository.ts';

/** The repository of the name. @throws AwsError when there is none. */
export async function readPublicRepository(call: EcrCall, name: string): Promise<PublicRepository> {
  const repositories = await call.context.records.publicRepositories.all(publicRegistryOf(call));
  return findPublicRepository(call, { repositories, name });
}
