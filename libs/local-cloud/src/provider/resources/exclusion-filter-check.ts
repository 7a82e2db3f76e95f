import { ImageTagMutabilityExclusionFilterType } from '@aws-sdk/client-ecr';
import { allChecks, checkTexts, lengthBetween, matching, oneOf } from './configuration-checks.ts';

/** The block that excepts tags from a mutability, of repositories and of templates for them. */
export const EXCLUSION_FILTER = 'image_tag_mutability_exclusion_filter';

/** How many of that block may stand. */
export const MOST_EXCLUSION_FILTERS = 5;

export const exclusionFilterCheck = allChecks(
  oneOf(`${EXCLUSION_FILTER}.filter_type`, ImageTagMutabilityExclusionFilterType),
  lengthBetween(`${EXCLUSION_FILTER}.filter`, [1, 128]),
  matching(`${EXCLUSION_FILTER}.filter`, {
    pattern: /^[a-zA-Z0-9._*-]+$/,
    rule: 'must contain only letters, numbers, and special characters (._*-)',
  }),
  checkTexts(`${EXCLUSION_FILTER}.filter`, atMostTwoWildcards),
);

function atMostTwoWildcards(filter: string): string | undefined {
  const isFine = filter.split('*').length <= 3;
  return isFine ? undefined : 'Image tag mutability exclusion filter can contain a maximum of 2 wildcards (*)';
}
