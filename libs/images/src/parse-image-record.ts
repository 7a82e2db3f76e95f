import type { Finding } from '@slipway/findings';
import { isDigest } from './digest.ts';
import { IMAGE_RECORD_VERSION } from './image-record.ts';
import type { ImageRecord } from './image-record.ts';
import { isTagName } from './tag-name.ts';

/** A record, or everything that is wrong with the text. */
export type ParsedRecord =
  | { readonly record: ImageRecord; readonly findings?: never }
  | { readonly record?: never; readonly findings: readonly Finding[] };

/** Reads a record's JSON and reports all that is wrong, not only the first. */
export function parseImageRecord(json: string): ParsedRecord {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (error) {
    return { findings: [finding('', `is not JSON: ${String(error)}`)] };
  }
  if (!isObject(value)) return { findings: [finding('', `is ${quote(value)}, not an object`)] };
  const findings = fields(value).flatMap((field) => check(value, field));
  return findings.length > 0 ? { findings } : { record: value as unknown as ImageRecord };
}

interface Field {
  readonly path: string;
  readonly wanted: string;
  readonly accepts: (value: unknown) => boolean;
}

const recordFields: readonly Field[] = [
  { path: 'schemaVersion', wanted: String(IMAGE_RECORD_VERSION), accepts: (value) => value === IMAGE_RECORD_VERSION },
  { path: 'container', wanted: 'a name', accepts: isText },
  { path: 'repository', wanted: 'a name', accepts: isText },
  { path: 'imageId', wanted: 'a digest', accepts: isDigest },
  {
    path: 'tags',
    wanted: 'a list of { name, moving }',
    accepts: (value) => Array.isArray(value) && value.every(isTag),
  },
  { path: 'inputsHash', wanted: '64 hexadecimal digits', accepts: isHash },
  { path: 'git.commit', wanted: 'a commit', accepts: isText },
  { path: 'git.branch', wanted: 'a branch', accepts: isText },
  { path: 'git.dirty', wanted: 'true or false', accepts: isBoolean },
  { path: 'git.committedAt', wanted: 'a date', accepts: isDate },
  { path: 'git.source', wanted: 'an address or nothing', accepts: optional(isText) },
  { path: 'size.compressed', wanted: 'bytes or nothing', accepts: optional(isCount) },
  { path: 'size.uncompressed', wanted: 'bytes or nothing', accepts: optional(isCount) },
];

const builtFields: readonly Field[] = [
  { path: 'built.fresh', wanted: 'true or false', accepts: isBoolean },
  { path: 'built.milliseconds', wanted: 'milliseconds', accepts: isCount },
  { path: 'built.steps', wanted: 'a count', accepts: isCount },
  { path: 'built.cachedSteps', wanted: 'a count', accepts: isCount },
];

const pushedFields: readonly Field[] = [
  { path: 'pushed.environment', wanted: 'a name', accepts: isText },
  { path: 'pushed.account', wanted: '12 digits', accepts: (value) => isText(value) && /^\d{12}$/.test(value) },
  { path: 'pushed.region', wanted: 'a region', accepts: isText },
  { path: 'pushed.uri', wanted: 'an address', accepts: isText },
  { path: 'pushed.digest', wanted: 'a digest', accepts: isDigest },
  { path: 'pushed.result', wanted: "'pushed', 'tagged' or 'up-to-date'", accepts: isResult },
  { path: 'pushed.confirmedAt', wanted: 'a date', accepts: isDate },
];

function fields(record: Readonly<Record<string, unknown>>): readonly Field[] {
  return [
    ...recordFields,
    ...(record['built'] === undefined ? [] : builtFields),
    ...(record['pushed'] === undefined ? [] : pushedFields),
  ];
}

function check(record: unknown, { path, wanted, accepts }: Field): Finding[] {
  const value = path.split('.').reduce<unknown>((part, key) => (isObject(part) ? part[key] : undefined), record);
  return accepts(value) ? [] : [finding(path, `is ${quote(value)}, not ${wanted}`)];
}

function finding(path: string, message: string): Finding {
  const fix = 'delete the record: the next push writes it anew';
  return { rule: 'image-record', severity: 'error', path, message, fix };
}

function quote(value: unknown): string {
  return value === undefined ? 'missing' : JSON.stringify(value);
}

function optional(accepts: (value: unknown) => boolean): (value: unknown) => boolean {
  return (value) => value === undefined || accepts(value);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}

function isBoolean(value: unknown): boolean {
  return typeof value === 'boolean';
}

function isCount(value: unknown): boolean {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}

function isDate(value: unknown): boolean {
  return isText(value) && !Number.isNaN(Date.parse(value));
}

function isHash(value: unknown): boolean {
  return isText(value) && /^[0-9a-f]{64}$/.test(value);
}

function isTag(value: unknown): boolean {
  return isObject(value) && isTagName(value['name']) && isBoolean(value['moving']);
}

function isResult(value: unknown): boolean {
  return value === 'pushed' || value === 'tagged' || value === 'up-to-date';
}
