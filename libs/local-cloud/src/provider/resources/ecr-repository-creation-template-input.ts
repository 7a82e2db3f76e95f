import {
  EncryptionType,
  RCTAppliedFor,
  type CreateRepositoryCreationTemplateCommandInput,
  type EncryptionConfigurationForRepositoryCreationTemplate,
  type Tag,
} from '@aws-sdk/client-ecr';
import { attributePath } from '../wire/attribute-path.ts';
import { isList, type CtyObject } from '../wire/cty-value.ts';
import { errorDiagnostic } from '../wire/diagnostic.ts';
import { blocks, requiredText, tags, word, writtenText } from './attribute-readers.ts';
import type { ConfigurationCheck } from './configuration-checks.ts';
import { exclusionFiltersOf, mutabilityOf } from './ecr-repository-input.ts';

// The provider of this version does not know CREATE_ON_PUSH yet.
const SCENARIOS: readonly RCTAppliedFor[] = [RCTAppliedFor.REPLICATION, RCTAppliedFor.PULL_THROUGH_CACHE];

/** `applied_for` holds at least one of the scenarios and nothing else. */
export const appliedForCheck: ConfigurationCheck = ({ applied_for: words }) => {
  if (!isList(words)) return [];
  const attribute = attributePath('applied_for');
  if (words.length === 0) return [errorDiagnostic('applied_for requires 1 item minimum', { attribute })];
  const texts = words.filter((value) => typeof value === 'string');
  const odd = texts.filter((value) => !SCENARIOS.some((known) => known === value));
  const list = SCENARIOS.map((known) => `"${known}"`).join(' ');
  return odd.map((value) => {
    return errorDiagnostic(`expected applied_for to be one of [${list}], got ${value}`, { attribute });
  });
};

/** The call that makes a template as planned. */
export function newTemplate(planned: CtyObject): CreateRepositoryCreationTemplateCommandInput {
  return {
    prefix: requiredText(planned, 'prefix'),
    appliedFor: appliedForOf(planned),
    customRoleArn: writtenText(planned, 'custom_role_arn'),
    description: writtenText(planned, 'description'),
    encryptionConfiguration: templateEncryptionOf(planned),
    imageTagMutability: mutabilityOf(planned),
    imageTagMutabilityExclusionFilters: exclusionFiltersOf(planned),
    lifecyclePolicy: writtenText(planned, 'lifecycle_policy'),
    repositoryPolicy: writtenText(planned, 'repository_policy'),
    resourceTags: resourceTagsOf(planned),
  };
}

/** When the template is used. */
export function appliedForOf(planned: CtyObject): RCTAppliedFor[] {
  const words = planned['applied_for'];
  return isList(words) ? SCENARIOS.filter((scenario) => words.includes(scenario)) : [];
}

/** How repositories made from the template are encrypted; undefined when that is left to ECR. */
export function templateEncryptionOf(
  planned: CtyObject,
): EncryptionConfigurationForRepositoryCreationTemplate | undefined {
  const [block] = blocks(planned, 'encryption_configuration');
  const encryptionType = block && word(block, { name: 'encryption_type', among: EncryptionType });
  return block && { encryptionType, kmsKey: writtenText(block, 'kms_key') };
}

/** The tags of repositories made from the template; the provider's default tags are not among them. */
export function resourceTagsOf(planned: CtyObject): Tag[] {
  return Object.entries(tags(planned, 'resource_tags')).map(([Key, Value]) => ({ Key, Value }));
}
