import {
  CreateRepositoryCommand,
  DeleteRepositoryCommand,
  DescribeRepositoriesCommand,
  GetRepositoryCatalogDataCommand,
  ListTagsForResourceCommand,
} from '@aws-sdk/client-ecr-public';
import type { Cloud } from '../session/cloud.ts';
import type { CtyObject } from '../wire/cty-value.ts';
import { flag, requiredText, tags, text } from './attribute-readers.ts';
import { allChecks, lengthBetween, matching } from './configuration-checks.ts';
import { catalogDataOf, foundCatalogData } from './ecr-public-catalog-data.ts';
import { updatePublicRepository } from './ecr-public-repository-update.ts';
import { ignoreMissing } from './ignore-missing.ts';
import type { Found, ResourceBehaviour } from './resource-behaviour.ts';

const GONE = ['RepositoryNotFoundException'];
const DOCUMENTATION = 'https://docs.aws.amazon.com/AmazonECRPublic/latest/APIReference/API_CreateRepository.html';

export const ecrPublicRepository: ResourceBehaviour = {
  label: 'ECR Public repository',
  rules: {
    forceNew: ['repository_name'],
    defaults: { force_destroy: false },
    keptWhenUnset: ['catalog_data'],
  },
  validate: allChecks(
    lengthBetween('repository_name', [2, 205]),
    // Not anchored in the real provider either, so that it only asks for one good character.
    matching('repository_name', {
      pattern: /[a-z0-9]/,
      rule: `see: ${DOCUMENTATION}#API_CreateRepository_RequestSyntax`,
    }),
    lengthBetween('catalog_data.about_text', [0, 10_240]),
    lengthBetween('catalog_data.description', [0, 1024]),
    lengthBetween('catalog_data.usage_text', [0, 10_240]),
  ),
  create: createRepository,
  read: readRepository,
  update: updatePublicRepository,
  delete: async (cloud, state) => {
    const deleted = new DeleteRepositoryCommand({
      repositoryName: requiredText(state, 'id'),
      registryId: text(state, 'registry_id'),
      force: flag(state, 'force_destroy') ?? false,
    });
    await ignoreMissing(cloud.ecrPublic(state).send(deleted), GONE);
  },
};

async function createRepository(cloud: Cloud, planned: CtyObject): Promise<string> {
  const repositoryName = requiredText(planned, 'repository_name');
  await cloud.ecrPublic(planned).send(
    new CreateRepositoryCommand({
      repositoryName,
      catalogData: catalogDataOf(planned),
      tags: Object.entries(tags(planned, 'tags_all')).map(([Key, Value]) => ({ Key, Value })),
    }),
  );
  return repositoryName;
}

async function readRepository(cloud: Cloud, state: CtyObject): Promise<Found | undefined> {
  const ecr = cloud.ecrPublic(state);
  const repositoryName = requiredText(state, 'id');
  const described = ecr.send(new DescribeRepositoriesCommand({ repositoryNames: [repositoryName] }));
  const [repository] = (await ignoreMissing(described, GONE))?.repositories ?? [];
  if (repository === undefined) return undefined;
  const { catalogData } = await ecr.send(new GetRepositoryCatalogDataCommand({ repositoryName }));
  const listed = await ecr.send(new ListTagsForResourceCommand({ resourceArn: repository.repositoryArn }));
  return {
    attributes: {
      repository_name: repositoryName,
      arn: repository.repositoryArn ?? null,
      registry_id: repository.registryId ?? null,
      repository_uri: repository.repositoryUri ?? null,
      force_destroy: flag(state, 'force_destroy') ?? false,
      catalog_data: foundCatalogData(catalogData ?? {}, state),
    },
    tags: Object.fromEntries((listed.tags ?? []).map(({ Key, Value }) => [Key ?? '', Value ?? ''])),
  };
}
