import { error, under, type LocalFinding } from '@slipway/findings';
import type { EnvironmentSpec } from '../../spec/environment-spec.ts';
import type { PublicRepositorySpec } from '../../spec/public-repository-spec.ts';
import { repeated } from '../finding/repeated.ts';
import { resourceTags } from '../settings/resource-tags.ts';
import { tagsTogether } from '../settings/tags-together.ts';
import { catalogData } from './catalog-data.ts';
import { publicPush } from './public-push.ts';

/** ECR Public API reference, CreateRepository: repositoryName. */
const NAME = /^(?=.{2,205}$)(?:[a-z0-9]+(?:[._-][a-z0-9]+)*\/)*[a-z0-9]+(?:[._-][a-z0-9]+)*$/;
const REQUEST = 'ECR Public API reference, CreateRepository';

/** The repositories of the public gallery. That everyone can pull from them is what they are for, and no finding. */
export function checkPublicRepositories(environment: EnvironmentSpec): LocalFinding[] {
  const { publicRepositories = [] } = environment;
  return under('public', [
    ...unique(publicRepositories),
    ...publicRepositories.flatMap((repository) => under(repository.name, checkOne(repository, environment))),
  ]);
}

function checkOne(repository: PublicRepositorySpec, { account, tags }: EnvironmentSpec): LocalFinding[] {
  return [
    ...name(repository),
    ...catalogData(repository),
    ...publicPush(repository, account),
    ...resourceTags(repository.tags ?? {}),
    ...tagsTogether(repository.tags ?? {}, tags),
  ];
}

function unique(repositories: readonly PublicRepositorySpec[]): LocalFinding[] {
  return repeated(repositories.map((repository) => repository.name)).map((twice) =>
    error('public-repository-declared-twice', {
      path: twice,
      message: `the public repository "${twice}" is declared twice`,
      fix: 'declare it once',
      source: `${REQUEST}: RepositoryAlreadyExistsException`,
    }),
  );
}

function name(repository: PublicRepositorySpec): LocalFinding[] {
  if (NAME.test(repository.name)) return [];
  return [
    error('public-repository-name', {
      message: `"${repository.name}" is not the name of a public repository`,
      fix: 'use 2 to 205 lower-case letters and digits, with single separators . _ - between them and / between parts',
      source: `${REQUEST}: repositoryName`,
    }),
  ];
}
