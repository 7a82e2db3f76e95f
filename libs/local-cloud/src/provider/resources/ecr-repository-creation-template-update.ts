import {
  UpdateRepositoryCreationTemplateCommand,
  type UpdateRepositoryCreationTemplateCommandInput,
} from '@aws-sdk/client-ecr';
import type { Cloud } from '../session/cloud.ts';
import { requiredText, text } from './attribute-readers.ts';
import { appliedForOf, resourceTagsOf, templateEncryptionOf } from './ecr-repository-creation-template-input.ts';
import { exclusionFiltersOf, mutabilityOf } from './ecr-repository-input.ts';
import { hasChanged } from './has-changed.ts';
import type { Change } from './resource-behaviour.ts';

/** Sends what differs; an empty text takes a setting away. */
export async function updateTemplate(cloud: Cloud, change: Change): Promise<void> {
  await cloud.ecr(change.planned).send(new UpdateRepositoryCreationTemplateCommand(changedSettings(change)));
}

function changedSettings(change: Change): UpdateRepositoryCreationTemplateCommandInput {
  const { planned } = change;
  const changed = (...names: readonly string[]) => hasChanged(change, ...names);
  const sent = (name: string) => (changed(name) ? (text(planned, name) ?? '') : undefined);
  const filters = 'image_tag_mutability_exclusion_filter';
  return {
    prefix: requiredText(planned, 'prefix'),
    appliedFor: changed('applied_for') ? appliedForOf(planned) : undefined,
    customRoleArn: sent('custom_role_arn'),
    description: sent('description'),
    encryptionConfiguration: changed('encryption_configuration') ? templateEncryptionOf(planned) : undefined,
    // ECR reads filters only together with the mutability that they belong to.
    imageTagMutability: changed('image_tag_mutability', filters) ? mutabilityOf(planned) : undefined,
    imageTagMutabilityExclusionFilters: changed(filters) ? exclusionFiltersOf(planned) : undefined,
    lifecyclePolicy: sent('lifecycle_policy'),
    repositoryPolicy: sent('repository_policy'),
    resourceTags: changed('resource_tags') ? resourceTagsOf(planned) : undefined,
  };
}
