import { AwsError } from '../aws-error.ts';
import type { ApiInput } from '../ecr/api-input.ts';

export type PublicTags = Readonly<Record<string, string>>;

const most = 50;

/** The tags that a repository has after a call gave it some. @throws AwsError for too many or too long ones. */
export function withTags(before: PublicTags, input: ApiInput): PublicTags {
  const given = (input.optionalStructures('tags') ?? []).map((tag) => [tag.text('Key'), tag.text('Value')] as const);
  if (!given.every(([key, value]) => key.length >= 1 && key.length <= 128 && value.length <= 256)) throw tooLong();
  const tags = { ...before, ...Object.fromEntries(given) };
  if (Object.keys(tags).length > most) throw tooMany();
  return tags;
}

function tooLong(): AwsError {
  return new AwsError(
    'InvalidTagParameterException',
    'An invalid parameter has been specified. Tag keys can have a maximum character length of 128 characters, and tag values can have a maximum length of 256 characters.',
  );
}

function tooMany(): AwsError {
  return new AwsError(
    'TooManyTagsException',
    `The list of tags on the repository is over the limit. The maximum number of tags that can be applied to a repository is ${most}.`,
  );
}
