import { error, type LocalFinding } from '@slipway/findings';
import { TAG_SOURCE, tagCase, type Tags } from './resource-tags.ts';

const MOST_TAGS = 50;

/** What a resource's own tags and those of the environment are together. */
export function tagsTogether(own: Tags, environment: Tags): LocalFinding[] {
  const ownKeys = Object.keys(own);
  return [...tagCount({ ...environment, ...own }), ...spellings(ownKeys, Object.keys(environment))];
}

function tagCount(all: Tags): LocalFinding[] {
  const count = Object.keys(all).length;
  if (count <= MOST_TAGS) return [];
  return [
    error('resource-tag-count', {
      path: 'tags',
      message: `"${count}" resource tags, with those of the environment; AWS takes ${MOST_TAGS}`,
      fix: 'keep those that costs and owners are found by',
      source: TAG_SOURCE,
    }),
  ];
}

function spellings(own: readonly string[], environment: readonly string[]): LocalFinding[] {
  return own.flatMap((key) => {
    const other = environment.find((name) => name !== key && name.toLowerCase() === key.toLowerCase());
    return other === undefined ? [] : [{ ...tagCase([other, key]), path: 'tags' }];
  });
}
