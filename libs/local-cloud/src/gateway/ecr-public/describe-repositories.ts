import type { EcrCall } from '../ecr/ecr-call.ts';
import { paginate } from '../ecr/paginate.ts';
import { findPublicRepository } from './find-public-repository.ts';
import { publicRegistryOf } from './public-registry-of.ts';

/** All repositories in pages, or those of the names; then all of them must be there. */
export async function describeRepositories(call: EcrCall): Promise<object> {
  const { context, input } = call;
  const repositories = await context.records.publicRepositories.all(publicRegistryOf(call));
  const names = input.optionalTexts('repositoryNames');
  if (names !== undefined)
    return { repositories: names.map((name) => findPublicRepository(call, { repositories, name }).record) };
  const records = [...repositories.values()].map(({ record }) => record);
  const page = paginate(records, ({ repositoryName }) => repositoryName, {
    maxResults: input.optionalNumber('maxResults'),
    nextToken: input.optionalText('nextToken'),
  });
  return { repositories: page.items, nextToken: page.nextToken };
}
