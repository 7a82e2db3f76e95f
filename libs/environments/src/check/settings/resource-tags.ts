import { error, under, warning, type LocalFinding } from '@slipway/findings';
import { listed } from '../finding/listed.ts';
import { within } from '../finding/within.ts';

export type Tags = Readonly<Record<string, string>>;

const KEY = { least: 1, most: 128 };
const VALUE = { least: 0, most: 256 };
const CHARACTERS = /^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u;
export const TAG_SOURCE = 'ECR user guide, "Tagging a private repository": tag restrictions';

/** Keys and values of resource tags, apart from how many there are. */
export function resourceTags(tags: Tags): LocalFinding[] {
  const entries = Object.entries(tags);
  if (entries.length === 0) return [];
  return under('tags', [
    ...entries.flatMap(([key, value]) => [...tagKey(key), ...tagValue(key, value)]),
    ...sameKeys(entries),
  ]);
}

function tagKey(key: string): LocalFinding[] {
  if (within(key.length, KEY) && CHARACTERS.test(key) && !key.toLowerCase().startsWith('aws:')) return [];
  return [
    error('resource-tag-key', {
      message: `"${key}" can't be the key of a resource tag`,
      fix: 'use 1 to 128 letters, digits, spaces and _ . : / = + - @, not beginning with "aws:"',
      source: TAG_SOURCE,
    }),
  ];
}

function tagValue(key: string, value: string): LocalFinding[] {
  if (within(value.length, VALUE) && CHARACTERS.test(value)) return [];
  return [
    error('resource-tag-value', {
      message: `the tag "${key}" has the value "${value}"`,
      fix: 'use at most 256 letters, digits, spaces and _ . : / = + - @',
      source: TAG_SOURCE,
    }),
  ];
}

function sameKeys(entries: readonly (readonly [string, string])[]): LocalFinding[] {
  const spellings = new Map<string, string[]>();
  for (const [key] of entries) spellings.set(key.toLowerCase(), [...(spellings.get(key.toLowerCase()) ?? []), key]);
  return [...spellings.values()].filter((keys) => keys.length > 1).map((keys) => tagCase(keys));
}

/** Two spellings of one key: AWS keeps both, and cost reports show two columns. */
export function tagCase(keys: readonly string[]): LocalFinding {
  return warning('resource-tag-case', {
    message: `the tags ${listed(keys)} differ in case only, and are two tags to AWS`,
    fix: 'spell the key one way',
    source: TAG_SOURCE,
  });
}
