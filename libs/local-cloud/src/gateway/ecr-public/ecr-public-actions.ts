import type { EcrHandler } from '../ecr/ecr-call.ts';
import { getRepositoryCatalogData, putRepositoryCatalogData } from './catalog-data.ts';
import { createRepository } from './create-repository.ts';
import { deleteRepository } from './delete-repository.ts';
import { describeRegistries } from './describe-registries.ts';
import { describeRepositories } from './describe-repositories.ts';
import { deleteRepositoryPolicy, getRepositoryPolicy, setRepositoryPolicy } from './repository-policy.ts';
import { listTagsForResource, tagResource, untagResource } from './resource-tags.ts';

/** What answers each action of the API of public registries, which moto doesn't have. Everything else is refused. */
export const ecrPublicActions: Readonly<Record<string, EcrHandler>> = {
  CreateRepository: createRepository,
  DeleteRepository: deleteRepository,
  DeleteRepositoryPolicy: deleteRepositoryPolicy,
  DescribeRegistries: describeRegistries,
  DescribeRepositories: describeRepositories,
  GetRepositoryCatalogData: getRepositoryCatalogData,
  GetRepositoryPolicy: getRepositoryPolicy,
  ListTagsForResource: listTagsForResource,
  PutRepositoryCatalogData: putRepositoryCatalogData,
  SetRepositoryPolicy: setRepositoryPolicy,
  TagResource: tagResource,
  UntagResource: untagResource,
};
