import { MASK, isSecretName, maskText } from '../mask/mask-text.ts';
import { withoutSecrets } from '../mask/without-secrets.ts';
import type { PathPart, ResourceChange } from '../plan/plan.ts';
import { pathWith } from './path-text.ts';
import { childOf } from './read-value.ts';

/** One value that differs. */
export interface AttributeChange {
  /** Such as `policy.rules[0].selection.countNumber`. */
  readonly path: string;
  /** Shortened and masked text. @default it was not there */
  readonly before?: string;
  /** @default it is not there any more */
  readonly after?: string;
}

/** Attributes that are shown of one change; a review says how many there are in all. */
export const MOST_ATTRIBUTES = 60;
const MOST_CHARACTERS = 400;
const DEEPEST = 40;
const UNKNOWN = '(known after apply)';
const SENSITIVE = '(sensitive)';

interface Place {
  readonly path: string;
  readonly name: string;
  readonly depth: number;
  readonly before: unknown;
  readonly after: unknown;
  readonly unknown: unknown;
  readonly wasSensitive: unknown;
  readonly isSensitive: unknown;
  readonly secrets: readonly string[];
}

/**
 * What differs between both sides, value by value; JSON in texts is compared by its values, too. Sensitive values are never in it.
 * @param secrets texts that are taken out wherever they stand
 */
export function attributeChanges(
  change: Pick<ResourceChange, 'before' | 'after'>,
  secrets: readonly string[] = [],
): AttributeChange[] {
  const { before, after } = change;
  return differences({
    path: '',
    name: '',
    depth: 0,
    before: before.values,
    after: after.values,
    unknown: after.unknown,
    wasSensitive: before.sensitive,
    isSensitive: after.sensitive,
    secrets,
  });
}

function differences(place: Place): AttributeChange[] {
  const { before, after, unknown, wasSensitive, isSensitive, path, depth } = place;
  if (wasSensitive === true || isSensitive === true) return sensitive(place);
  if (unknown === true) return [{ path, ...shown('before', before, place), after: UNKNOWN }];
  if (isNothing(before) && isNothing(after) && !isMarks(unknown)) return [];
  if (depth > DEEPEST) return [{ path, before: '(nested too deeply to compare)', after: '(the same)' }];
  const [old, fresh] = [parsed(before), parsed(after)];
  if (!isComposite(old) && !isComposite(fresh) && !isMarks(unknown)) return leaf(place);
  if (isScalar(old) && isComposite(fresh)) return [...leaf({ ...place, after: undefined }), ...entering(place, fresh)];
  if (isComposite(old) && isScalar(fresh)) return [...leaving(place, old), ...leaf({ ...place, before: undefined })];
  return keysOf(old, fresh, unknown).flatMap((key) =>
    differences(childPlace({ ...place, before: old, after: fresh }, key)),
  );
}

function entering(place: Place, after: object): AttributeChange[] {
  return differences({ ...place, before: undefined, after });
}

function leaving(place: Place, before: object): AttributeChange[] {
  return differences({ ...place, before, after: undefined });
}

function childPlace(place: Place, key: PathPart): Place {
  const name = typeof key === 'number' ? place.name : key;
  return {
    path: pathWith(place.path, key),
    name,
    depth: place.depth + 1,
    before: childOf(place.before, key),
    after: childOf(place.after, key),
    unknown: childOf(place.unknown, key),
    wasSensitive: childOf(place.wasSensitive, key),
    isSensitive: childOf(place.isSensitive, key),
    secrets: place.secrets,
  };
}

function sensitive({ path, before, after, unknown }: Place): AttributeChange[] {
  const isSame = unknown !== true && !isComposite(before) && before === after;
  return isSame || (isNothing(before) && isNothing(after) && unknown !== true)
    ? []
    : [{ path, before: SENSITIVE, after: SENSITIVE }];
}

function leaf(place: Place): AttributeChange[] {
  const { path, before, after } = place;
  if (before === after) return [];
  return [{ path, ...shown('before', before, place), ...shown('after', after, place) }];
}

function shown(
  side: 'before' | 'after',
  value: unknown,
  { name, secrets }: Place,
): { readonly before?: string; readonly after?: string } {
  if (isNothing(value)) return {};
  return { [side]: isSecretName(name) && !isReference(value) ? MASK : textOf(value, secrets) };
}

/** An ARN says where a secret is, and a flag or a number is none. */
function isReference(value: unknown): boolean {
  return typeof value !== 'string' || value.startsWith('arn:') || value === '';
}

function textOf(value: unknown, secrets: readonly string[]): string {
  const text = typeof value === 'string' ? value : isComposite(value) ? '(a structure)' : String(value);
  const masked = maskText(withoutSecrets(text, secrets).slice(0, MOST_CHARACTERS * 4));
  return masked.length <= MOST_CHARACTERS ? masked : `${masked.slice(0, MOST_CHARACTERS)}… (${text.length} characters)`;
}

function parsed(value: unknown): unknown {
  if (typeof value !== 'string' || !/^\s*[{[]/.test(value)) return value;
  try {
    return JSON.parse(value) as unknown;
  } catch {
    return value;
  }
}

function keysOf(before: unknown, after: unknown, unknown: unknown): PathPart[] {
  const all = [before, after, unknown].filter(isComposite);
  if (all.every((one) => Array.isArray(one)))
    return Array.from(
      { length: Math.max(...all.map((one) => (one as readonly unknown[]).length)) },
      (_, index) => index,
    );
  return [...new Set(all.flatMap((one) => Object.keys(one)))].sort();
}

function isComposite(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

/** Whether something below is marked. */
function isMarks(marks: unknown): boolean {
  return isComposite(marks) && Object.keys(marks).length > 0;
}

function isScalar(value: unknown): boolean {
  return !isComposite(value) && !isNothing(value);
}

function isNothing(value: unknown): boolean {
  return value === undefined || value === null;
}
