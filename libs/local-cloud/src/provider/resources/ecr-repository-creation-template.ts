import {
  CreateRepositoryCreationTemplateCommand,
  DeleteRepositoryCreationTemplateCommand,
  DescribeRepositoryCreationTemplatesCommand,
  EncryptionType,
  ImageTagMutability,
} from '@aws-sdk/client-ecr';
import { equivalentLifecyclePolicy } from '../plan/equivalent-lifecycle-policy.ts';
import { equivalentPolicy } from '../plan/equivalent-policy.ts';
import type { Cloud } from '../session/cloud.ts';
import type { CtyObject } from '../wire/cty-value.ts';
import { arn } from './arn-check.ts';
import { requiredText } from './attribute-readers.ts';
import { allChecks, jsonDocument, lengthBetween, matching, oneOf } from './configuration-checks.ts';
import { appliedForCheck, newTemplate } from './ecr-repository-creation-template-input.ts';
import { foundTemplate } from './ecr-repository-creation-template-found.ts';
import { updateTemplate } from './ecr-repository-creation-template-update.ts';
import { EXCLUSION_FILTER, MOST_EXCLUSION_FILTERS, exclusionFilterCheck } from './exclusion-filter-check.ts';
import { ignoreMissing } from './ignore-missing.ts';
import type { Found, ResourceBehaviour } from './resource-behaviour.ts';

export const ecrRepositoryCreationTemplate: ResourceBehaviour = {
  label: 'ECR Repository Creation Template',
  rules: {
    forceNew: ['prefix'],
    defaults: {
      image_tag_mutability: ImageTagMutability.MUTABLE,
      'encryption_configuration.encryption_type': EncryptionType.AES256,
    },
    keptWhenUnset: ['encryption_configuration'],
    documents: { lifecycle_policy: equivalentLifecyclePolicy, repository_policy: equivalentPolicy },
    blockLimits: { [EXCLUSION_FILTER]: MOST_EXCLUSION_FILTERS },
  },
  validate: allChecks(
    appliedForCheck,
    arn('custom_role_arn'),
    lengthBetween('description', [0, 255]),
    oneOf('encryption_configuration.encryption_type', EncryptionType),
    oneOf('image_tag_mutability', ImageTagMutability),
    exclusionFilterCheck,
    jsonDocument('lifecycle_policy'),
    jsonDocument('repository_policy'),
    lengthBetween('prefix', [2, 256]),
    // Not anchored in the real provider either, so that it only asks for one good character.
    matching('prefix', {
      pattern: /ROOT|[a-z0-9]/,
      rule: 'must only include alphanumeric, underscore, period, hyphen, or slash characters, or be the string `ROOT`',
    }),
  ),
  create: async (cloud, planned) => {
    await cloud.ecr(planned).send(new CreateRepositoryCreationTemplateCommand(newTemplate(planned)));
    return requiredText(planned, 'prefix');
  },
  read: readTemplate,
  update: updateTemplate,
  delete: async (cloud, state) => {
    const deleted = new DeleteRepositoryCreationTemplateCommand({ prefix: requiredText(state, 'id') });
    await ignoreMissing(cloud.ecr(state).send(deleted), ['TemplateNotFoundException']);
  },
};

async function readTemplate(cloud: Cloud, state: CtyObject): Promise<Found | undefined> {
  const asked = new DescribeRepositoryCreationTemplatesCommand({ prefixes: [requiredText(state, 'id')] });
  const { registryId, repositoryCreationTemplates: [template] = [] } = await cloud.ecr(state).send(asked);
  return template && foundTemplate(template, { registryId, state });
}
