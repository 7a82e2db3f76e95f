import type { Repository, Tag } from '@aws-sdk/client-ecr';
import type { CtyValue } from '../wire/cty-value.ts';
import type { Found } from './resource-behaviour.ts';

/** A repository as ECR describes it, in Terraform's attributes. */
export function foundRepository(repository: Repository, tags: readonly Tag[]): Found {
  return {
    attributes: {
      name: repository.repositoryName ?? null,
      arn: repository.repositoryArn ?? null,
      registry_id: repository.registryId ?? null,
      repository_url: repository.repositoryUri ?? null,
      image_tag_mutability: repository.imageTagMutability ?? null,
      image_tag_mutability_exclusion_filter: exclusionFilters(repository),
      image_scanning_configuration: scanning(repository),
      encryption_configuration: encryption(repository),
    },
    tags: Object.fromEntries(tags.map(({ Key, Value }) => [Key ?? '', Value ?? ''])),
  };
}

function exclusionFilters({ imageTagMutabilityExclusionFilters = [] }: Repository): CtyValue {
  return imageTagMutabilityExclusionFilters.map(({ filter, filterType }) => ({
    filter: filter ?? null,
    filter_type: filterType ?? null,
  }));
}

function scanning({ imageScanningConfiguration }: Repository): CtyValue {
  return imageScanningConfiguration ? [{ scan_on_push: imageScanningConfiguration.scanOnPush ?? false }] : [];
}

function encryption({ encryptionConfiguration }: Repository): CtyValue {
  if (!encryptionConfiguration) return [];
  const { encryptionType, kmsKey } = encryptionConfiguration;
  return [{ encryption_type: encryptionType ?? null, kms_key: kmsKey ?? '' }];
}
