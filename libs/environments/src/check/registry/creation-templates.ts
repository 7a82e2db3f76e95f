import { error, under, type LocalFinding } from '@slipway/findings';
import type { CreationTemplateSpec } from '../../spec/creation-template-spec.ts';
import { listed } from '../finding/listed.ts';
import { repeated } from '../finding/repeated.ts';
import type { Place } from '../place.ts';
import { checkTemplate } from '../settings/check-template.ts';
import { namespace } from './namespace.ts';

/** The API takes 256, the provider one less. */
const MOST_DESCRIPTION = 255;
const REQUEST = 'ECR API reference, CreateRepositoryCreationTemplate';
/** The API takes 1 character, the provider does not. */
export const TEMPLATE_NAMESPACE = {
  rule: 'template-namespace',
  length: { least: 2, most: 256 },
  source: `${REQUEST}: prefix; provider, aws_ecr_repository_creation_template`,
};

/** Templates that the registry declares. */
export function creationTemplates(place: Place): LocalFinding[] {
  return (place.registry.creationTemplates ?? []).flatMap((template) =>
    under(`template ${template.namespace}`, [
      ...namespace(template.namespace, TEMPLATE_NAMESPACE),
      ...description(template),
      ...appliedFor(template),
      ...checkTemplate(template, place),
    ]),
  );
}

function description({ description: text = '' }: CreationTemplateSpec): LocalFinding[] {
  if (text.length <= MOST_DESCRIPTION) return [];
  return [
    error('template-description', {
      message: `the description has "${text.length}" characters`,
      fix: `use at most ${MOST_DESCRIPTION}`,
      source: `${REQUEST}: description; provider, aws_ecr_repository_creation_template`,
    }),
  ];
}

function appliedFor({ appliedFor: uses }: CreationTemplateSpec): LocalFinding[] {
  const given: readonly string[] = uses;
  if (given.length > 0 && repeated(given).length === 0) return [];
  return [
    error('template-applied-for', {
      message:
        given.length === 0 ? 'is applied for "[]", so it would serve nothing' : `is applied for ${listed(given)}`,
      fix: "name 'replication', 'pull-through-cache' or both, each once",
      source: `${REQUEST}: appliedFor`,
    }),
  ];
}
