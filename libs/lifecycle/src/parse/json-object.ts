import { error, type LocalFinding } from '@slipway/findings';
import { shown } from '../lint/shown.ts';
import { misshapen } from './shape-finding.ts';

export type JsonObject = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** ECR rejects keys that it doesn't know, so a misspelt one is never passed over. */
export function unknownKeys(path: string, value: JsonObject, known: readonly string[]): LocalFinding[] {
  return Object.keys(value)
    .filter((key) => !known.includes(key))
    .map((key) =>
      error('lifecycle-unknown-key', {
        path,
        message: `the key "${shown(key)}" is unknown to ECR`,
        fix: `use ${known.join(', ')}`,
        source: 'ECR user guide, lifecycle policy template',
      }),
    );
}

/** One of a few words, or nothing where it may be left out. */
export function oneOf(path: string, value: unknown, words: readonly (string | undefined)[]): LocalFinding[] {
  if ((typeof value === 'string' || value === undefined) && words.includes(value)) return [];
  return [
    misshapen(
      path,
      value,
      words
        .filter((word) => word !== undefined)
        .map((word) => `"${word}"`)
        .join(' or '),
    ),
  ];
}
