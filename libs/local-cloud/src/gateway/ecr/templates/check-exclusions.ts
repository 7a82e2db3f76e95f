import { invalidParameter } from '../invalid-parameter.ts';
import type { CreationTemplate } from './creation-template.ts';

/**
 * The template without filters that its mutability has no use for any more.
 * @throws AwsError for filters that the call itself gives with a mutability that takes none.
 */
export function checkExclusions(template: CreationTemplate, given: Partial<CreationTemplate>): CreationTemplate {
  if (template.imageTagMutability.endsWith('_WITH_EXCLUSION')) return template;
  if (given.imageTagMutabilityExclusionFilters === undefined)
    return { ...template, imageTagMutabilityExclusionFilters: undefined };
  throw invalidParameter(
    'imageTagMutabilityExclusionFilters',
    'imageTagMutability must be IMMUTABLE_WITH_EXCLUSION or MUTABLE_WITH_EXCLUSION',
  );
}
