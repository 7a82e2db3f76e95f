import type { ApiInput } from '../api-input.ts';
import { invalidParameter } from '../invalid-parameter.ts';
import type { CreationTemplate, ExclusionFilter } from './creation-template.ts';

const mutabilities = ['MUTABLE', 'IMMUTABLE', 'IMMUTABLE_WITH_EXCLUSION', 'MUTABLE_WITH_EXCLUSION'] as const;
const encryptionTypes = ['AES256', 'KMS', 'KMS_DSSE'] as const;
const scenarios = ['REPLICATION', 'PULL_THROUGH_CACHE', 'CREATE_ON_PUSH'] as const;
const longest = { description: 256, repositoryPolicy: 10_240, lifecyclePolicy: 30_720, customRoleArn: 2048 };

/** The settings that a call gives to a template; those that it leaves out are absent. An empty text takes one away. */
export function templateInput(input: ApiInput): Partial<CreationTemplate> {
  return {
    ...given('description', input.optionalUpTo('description', longest.description)),
    ...given('customRoleArn', input.optionalUpTo('customRoleArn', longest.customRoleArn)),
    ...given('repositoryPolicy', document(input, 'repositoryPolicy')),
    ...given('lifecyclePolicy', document(input, 'lifecyclePolicy')),
    ...given('imageTagMutability', input.optionalWord('imageTagMutability', mutabilities)),
    ...given('imageTagMutabilityExclusionFilters', exclusionFilters(input)),
    ...given('encryptionConfiguration', encryption(input)),
    ...given('resourceTags', tags(input)),
    ...given('appliedFor', appliedFor(input)),
  };
}

function given<Name extends keyof CreationTemplate>(
  name: Name,
  value: CreationTemplate[Name] | undefined,
): Partial<CreationTemplate> {
  if (value === undefined) return {};
  return { [name]: value === '' ? undefined : value };
}

function document(input: ApiInput, name: 'repositoryPolicy' | 'lifecyclePolicy'): string | undefined {
  const text = input.optionalUpTo(name, longest[name]);
  if (text === undefined || text === '' || isJson(text)) return text;
  throw invalidParameter(name, 'must be a JSON document');
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch (cause) {
    if (cause instanceof SyntaxError) return false;
    throw cause;
  }
}

function exclusionFilters(input: ApiInput): readonly ExclusionFilter[] | undefined {
  const name = 'imageTagMutabilityExclusionFilters';
  const filters = input.optionalStructures(name)?.map((filter) => ({
    filter: filter.matching('filter', /^[0-9a-zA-Z._*-]{1,128}$/),
    filterType: filter.optionalWord('filterType', ['WILDCARD']) ?? 'WILDCARD',
  }));
  if (filters === undefined || (filters.length >= 1 && filters.length <= 5)) return filters;
  throw invalidParameter(name, 'must be a list of 1 to 5 filters');
}

function encryption(input: ApiInput): CreationTemplate['encryptionConfiguration'] | undefined {
  const given = input.optionalStructure('encryptionConfiguration');
  if (given === undefined) return undefined;
  const kmsKey = given.optionalText('kmsKey');
  return {
    encryptionType: given.optionalWord('encryptionType', encryptionTypes) ?? 'AES256',
    ...(kmsKey && { kmsKey }),
  };
}

function tags(input: ApiInput): CreationTemplate['resourceTags'] {
  return input.optionalStructures('resourceTags')?.map((tag) => ({ Key: tag.text('Key'), Value: tag.text('Value') }));
}

function appliedFor(input: ApiInput): readonly string[] | undefined {
  const words = input.optionalTexts('appliedFor');
  if (words === undefined) return undefined;
  const isKnown = words.length > 0 && words.every((word) => scenarios.some((scenario) => scenario === word));
  if (isKnown) return [...new Set(words)];
  throw invalidParameter('appliedFor', `Member must satisfy enum value set: [${scenarios.join(', ')}]`);
}
