import { error, type LocalFinding } from '@slipway/findings';
import { LIFECYCLE_LIMITS } from '../../model/limits.ts';
import type { PolicyDocument } from '../../model/policy-document.ts';

const { least, most, source } = LIFECYCLE_LIMITS.textLength;

export function textLength(document: PolicyDocument): LocalFinding[] {
  return document.rules.length === 0 ? [] : textLengthOf(JSON.stringify(document));
}

/** The same for a text from disk, which is what ECR would get. */
export function textLengthOf({ length }: string): LocalFinding[] {
  if (length >= least && length <= most) return [];
  return [
    error('lifecycle-text-length', {
      message: `the policy text has "${length}" characters; ECR takes ${least} to ${most}`,
      fix: length > most ? 'shorten descriptions or drop rules' : 'describe the rules',
      source,
    }),
  ];
}
