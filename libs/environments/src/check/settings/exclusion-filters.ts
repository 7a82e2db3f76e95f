import { error, warning, type LocalFinding } from '@slipway/findings';
import type { TagMutability } from '../../spec/tag-mutability.ts';
import { listed } from '../finding/listed.ts';
import { repeated } from '../finding/repeated.ts';
import { within } from '../finding/within.ts';

const FILTERS = { least: 1, most: 5 };
const FILTER = /^[0-9a-zA-Z._*-]{1,128}$/;
const SOURCE = 'ECR API reference, PutImageTagMutability: imageTagMutabilityExclusionFilters';
/** Likely: it is the provider's limit, and not in the API reference. */
const MOST_WILDCARDS = 2;
const PATH = 'tag mutability';

/** The filters of `*_WITH_EXCLUSION`. */
export function exclusionFilters({ except }: TagMutability): LocalFinding[] {
  if (except === undefined) return [];
  return [...filterCount(except), ...filterText(except), ...wildcards(except), ...repeatedFilters(except)];
}

function filterCount({ length }: readonly string[]): LocalFinding[] {
  if (within(length, FILTERS)) return [];
  return [
    error('exclusion-filter-count', {
      path: PATH,
      message: `"${length}" exclusion filters; ECR takes ${FILTERS.least} to ${FILTERS.most}`,
      fix: length === 0 ? 'use immutable() or mutable()' : 'join filters with "*", or move fewer tags',
      source: SOURCE,
    }),
  ];
}

function filterText(filters: readonly string[]): LocalFinding[] {
  return filters
    .filter((filter) => !FILTER.test(filter))
    .map((filter) =>
      error('exclusion-filter', {
        path: PATH,
        message: `"${filter}" can't be an exclusion filter`,
        fix: 'use 1 to 128 letters, digits and . _ - *',
        source: SOURCE,
      }),
    );
}

function wildcards(filters: readonly string[]): LocalFinding[] {
  return filters
    .filter((filter) => filter.split('*').length - 1 > MOST_WILDCARDS)
    .map((filter) =>
      warning('exclusion-filter-wildcards', {
        path: PATH,
        message: `the exclusion filter "${filter}" has more than ${MOST_WILDCARDS} "*", which ECR is likely to refuse`,
        fix: `use at most ${MOST_WILDCARDS}`,
        source: 'Terraform AWS provider, aws_ecr_repository: image_tag_mutability_exclusion_filter',
      }),
    );
}

function repeatedFilters(filters: readonly string[]): LocalFinding[] {
  const twice = repeated(filters);
  if (twice.length === 0) return [];
  return [
    warning('exclusion-filter-repeated', {
      path: PATH,
      message: `the exclusion filters hold ${listed(twice)} twice`,
      fix: 'write each once',
    }),
  ];
}
