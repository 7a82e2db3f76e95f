import { AwsError } from '../../aws-error.ts';
import { secondsNow } from '../../seconds-now.ts';
import type { EcrCall } from '../ecr-call.ts';
import { invalidParameter } from '../invalid-parameter.ts';
import { checkExclusions } from './check-exclusions.ts';
import { templatePrefixForm, type CreationTemplate } from './creation-template.ts';
import { templateInput } from './template-input.ts';

/** Keeps the template. No repository is ever made from it, because nothing here replicates or pulls through. */
export function createRepositoryCreationTemplate(call: EcrCall): Promise<object> {
  const template = templateOf(call);
  return call.context.records.creationTemplates.change(call, (templates) => {
    if (templates.has(template.prefix)) throw alreadyExists();
    templates.set(template.prefix, template);
    return { registryId: call.account, repositoryCreationTemplate: template };
  });
}

function templateOf({ input }: EcrCall): CreationTemplate {
  const prefix = input.matching('prefix', templatePrefixForm);
  const given = templateInput(input);
  if (given.appliedFor === undefined) throw invalidParameter('appliedFor', 'must not be null');
  const now = secondsNow();
  const defaults = { imageTagMutability: 'MUTABLE', encryptionConfiguration: { encryptionType: 'AES256' } };
  const template = { ...defaults, ...given, appliedFor: given.appliedFor, prefix, createdAt: now, updatedAt: now };
  return checkExclusions(template, given);
}

function alreadyExists(): AwsError {
  return new AwsError(
    'TemplateAlreadyExistsException',
    'The repository creation template already exists. Specify a unique prefix and try again.',
  );
}
