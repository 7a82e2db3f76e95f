import {
  CreateRepositoryCommand,
  DeleteRepositoryCommand,
  DescribeRepositoriesCommand,
  EncryptionType,
  ImageTagMutability,
  ListTagsForResourceCommand,
  RepositoryNotEmptyException,
} from '@aws-sdk/client-ecr';
import type { Cloud } from '../session/cloud.ts';
import { Refusal } from '../session/refusal.ts';
import type { CtyObject } from '../wire/cty-value.ts';
import { flag, requiredText, tags, text } from './attribute-readers.ts';
import { allChecks, oneOf } from './configuration-checks.ts';
import { foundRepository } from './ecr-repository-found.ts';
import { encryptionOf, exclusionFiltersOf, mutabilityOf, scanningOf } from './ecr-repository-input.ts';
import { updateRepository } from './ecr-repository-update.ts';
import { EXCLUSION_FILTER, MOST_EXCLUSION_FILTERS, exclusionFilterCheck } from './exclusion-filter-check.ts';
import { ignoreMissing } from './ignore-missing.ts';
import type { Found, ResourceBehaviour } from './resource-behaviour.ts';

export const ecrRepository: ResourceBehaviour = {
  label: 'ECR Repository',
  rules: {
    forceNew: ['name', 'encryption_configuration.encryption_type', 'encryption_configuration.kms_key'],
    defaults: {
      image_tag_mutability: ImageTagMutability.MUTABLE,
      'encryption_configuration.encryption_type': EncryptionType.AES256,
    },
    keptWhenUnset: ['encryption_configuration', 'image_scanning_configuration'],
    blockLimits: { [EXCLUSION_FILTER]: MOST_EXCLUSION_FILTERS },
  },
  validate: allChecks(
    oneOf('image_tag_mutability', ImageTagMutability),
    oneOf('encryption_configuration.encryption_type', EncryptionType),
    exclusionFilterCheck,
  ),
  refuse: refuseUnusedFilters,
  create: createRepository,
  read: readRepository,
  update: updateRepository,
  delete: deleteRepository,
};

function refuseUnusedFilters(planned: CtyObject): string | undefined {
  const mutability = text(planned, 'image_tag_mutability');
  if (exclusionFiltersOf(planned) === undefined || mutability === undefined) return undefined;
  if (mutability.endsWith('_WITH_EXCLUSION')) return undefined;
  return `${EXCLUSION_FILTER} can only be used when image_tag_mutability is set to IMMUTABLE_WITH_EXCLUSION or MUTABLE_WITH_EXCLUSION`;
}

async function createRepository(cloud: Cloud, planned: CtyObject): Promise<string> {
  const { repository } = await cloud.ecr(planned).send(
    new CreateRepositoryCommand({
      repositoryName: requiredText(planned, 'name'),
      imageTagMutability: mutabilityOf(planned),
      imageTagMutabilityExclusionFilters: exclusionFiltersOf(planned),
      encryptionConfiguration: encryptionOf(planned),
      imageScanningConfiguration: scanningOf(planned),
      tags: Object.entries(tags(planned, 'tags_all')).map(([Key, Value]) => ({ Key, Value })),
    }),
  );
  return repository?.repositoryName ?? requiredText(planned, 'name');
}

async function readRepository(cloud: Cloud, state: CtyObject): Promise<Found | undefined> {
  const ecr = cloud.ecr(state);
  const described = ecr.send(new DescribeRepositoriesCommand({ repositoryNames: [requiredText(state, 'id')] }));
  const [repository] = (await ignoreMissing(described, ['RepositoryNotFoundException']))?.repositories ?? [];
  if (repository === undefined) return undefined;
  const listed = await ecr.send(new ListTagsForResourceCommand({ resourceArn: repository.repositoryArn }));
  return foundRepository(repository, listed.tags ?? []);
}

async function deleteRepository(cloud: Cloud, state: CtyObject): Promise<void> {
  const repositoryName = requiredText(state, 'id');
  const deleted = cloud
    .ecr(state)
    .send(new DeleteRepositoryCommand({ repositoryName, force: flag(state, 'force_delete') ?? false }));
  try {
    await ignoreMissing(deleted, ['RepositoryNotFoundException']);
  } catch (error) {
    if (!(error instanceof RepositoryNotEmptyException)) throw error;
    const reason = `${error.name}: ${error.message}`;
    throw new Refusal(`ECR Repository (${repositoryName}) not empty, consider using force_delete: ${reason}`);
  }
}
