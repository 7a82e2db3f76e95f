import {
  DescribeRepositoriesCommand,
  ListTagsForResourceCommand,
  paginateDescribeImages,
  type ECRClient,
  type ImageDetail,
  type Repository,
} from '@aws-sdk/client-ecr';
import { Refusal } from '../session/refusal.ts';
import type { CtyObject } from '../wire/cty-value.ts';
import { requiredText, text } from './attribute-readers.ts';
import type { DataSourceBehaviour } from './data-source-behaviour.ts';
import { foundRepository } from './ecr-repository-found.ts';
import { ignoreMissing } from './ignore-missing.ts';

/** One repository by its name. */
export const ecrRepositoryData: DataSourceBehaviour = {
  read: async (cloud, config) => {
    const ecr = cloud.ecr(config);
    const repository = await repositoryOf(ecr, config);
    const listed = await ecr.send(new ListTagsForResourceCommand({ resourceArn: repository.repositoryArn }));
    const { attributes, tags = {} } = foundRepository(repository, listed.tags ?? []);
    const newest = await newestImage(ecr, repository);
    return {
      ...attributes,
      id: repository.repositoryName ?? null,
      region: cloud.regionOf(config),
      tags,
      most_recent_image_tags: newest?.imageTags ?? null,
    };
  },
};

async function repositoryOf(ecr: ECRClient, config: CtyObject): Promise<Repository> {
  const name = requiredText(config, 'name');
  const asked = new DescribeRepositoriesCommand({ repositoryNames: [name], registryId: text(config, 'registry_id') });
  const found = await ignoreMissing(ecr.send(asked), ['RepositoryNotFoundException']);
  const [repository] = found?.repositories ?? [];
  // The words of the real provider, which hides the name of AWS's exception here.
  if (repository === undefined) throw new Refusal(`reading ECR Repository (${name}): couldn't find resource`);
  return repository;
}

async function newestImage(client: ECRClient, { repositoryName, registryId }: Repository) {
  let newest: ImageDetail | undefined;
  for await (const { imageDetails = [] } of paginateDescribeImages({ client }, { repositoryName, registryId })) {
    for (const image of imageDetails) if (newest === undefined || pushedAt(image) > pushedAt(newest)) newest = image;
  }
  return newest;
}

function pushedAt({ imagePushedAt }: ImageDetail): number {
  return imagePushedAt?.getTime() ?? 0;
}
