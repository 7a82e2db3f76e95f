import type { RepositoryCreationTemplate } from '@aws-sdk/client-ecr';
import { isObject, type CtyObject, type CtyValue } from '../wire/cty-value.ts';
import type { Found } from './resource-behaviour.ts';

/** A template as ECR describes it, in Terraform's attributes. */
export function foundTemplate(
  template: RepositoryCreationTemplate,
  { registryId, state }: { readonly registryId: string | undefined; readonly state: CtyObject },
): Found {
  return {
    attributes: {
      prefix: template.prefix ?? null,
      registry_id: registryId ?? null,
      applied_for: template.appliedFor ?? [],
      custom_role_arn: template.customRoleArn ?? null,
      description: template.description ?? null,
      encryption_configuration: encryption(template),
      image_tag_mutability: template.imageTagMutability ?? null,
      image_tag_mutability_exclusion_filter: exclusionFilters(template),
      lifecycle_policy: template.lifecyclePolicy ?? null,
      repository_policy: template.repositoryPolicy ?? null,
      resource_tags: resourceTags(template, state),
    },
  };
}

function encryption({ encryptionConfiguration }: RepositoryCreationTemplate): CtyValue {
  if (encryptionConfiguration === undefined) return [];
  const { encryptionType, kmsKey } = encryptionConfiguration;
  return [{ encryption_type: encryptionType ?? null, kms_key: kmsKey ?? '' }];
}

function exclusionFilters({ imageTagMutabilityExclusionFilters = [] }: RepositoryCreationTemplate): CtyValue {
  return imageTagMutabilityExclusionFilters.map(({ filter, filterType }) => ({
    filter: filter ?? null,
    filter_type: filterType ?? null,
  }));
}

// No tags are null to Terraform unless the configuration says `{}`.
function resourceTags({ resourceTags: tags = [] }: RepositoryCreationTemplate, state: CtyObject): CtyValue {
  if (tags.length === 0 && !isObject(state['resource_tags'])) return null;
  return Object.fromEntries(tags.map(({ Key, Value }) => [Key ?? '', Value ?? '']));
}
