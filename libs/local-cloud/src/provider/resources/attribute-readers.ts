import { textTags, type Tags } from '../plan/tags.ts';
import { isList, isObject, type CtyObject, type CtyValue } from '../wire/cty-value.ts';

/** The text of an attribute; undefined while it is null, absent or unknown. */
export function text(from: CtyObject, name: string): string | undefined {
  const value = from[name];
  return typeof value === 'string' ? value : undefined;
}

/** The text of an attribute that AWS may be told: undefined also when it is empty, which the real provider never sends. */
export function writtenText(from: CtyObject, name: string): string | undefined {
  const value = text(from, name);
  return value === '' ? undefined : value;
}

/** @throws when the attribute has no text: the schema requires it, or AWS gave it. */
export function requiredText(from: CtyObject, name: string): string {
  const value = text(from, name);
  if (value === undefined) throw new Error(`"${name}" has no value: the state or the plan is damaged`);
  return value;
}

/** The yes or no of an attribute; undefined while it is null, absent or unknown. */
export function flag(from: CtyObject, name: string): boolean | undefined {
  const value = from[name];
  return typeof value === 'boolean' ? value : undefined;
}

/** The whole number of an attribute; undefined while it is null, absent or unknown. */
export function wholeNumber(from: CtyObject, name: string): number | undefined {
  const value = from[name];
  return typeof value === 'number' ? value : undefined;
}

/** The texts of a list or set; none while it is null, absent or unknown. */
export function texts(from: CtyObject, name: string): string[] {
  const value = from[name];
  return isList(value) ? value.filter((element) => typeof element === 'string') : [];
}

/** The elements of a nested block; none while they are unknown. */
export function blocks(from: CtyObject, name: string): readonly CtyObject[] {
  const value: CtyValue | undefined = from[name];
  return isList(value) ? value.filter(isObject) : [];
}

/** The tags of a map attribute. */
export function tags(from: CtyObject, name: string): Tags {
  return textTags(from[name]);
}

/**
 * The text of an attribute as one of AWS's own words.
 * @throws when it is another: its validator let it through.
 */
export function word<Word extends string>(
  from: CtyObject,
  { name, among }: { readonly name: string; readonly among: Readonly<Record<string, Word>> },
): Word | undefined {
  const value = text(from, name);
  if (value === undefined) return undefined;
  const known = Object.values(among).find((candidate) => candidate === value);
  if (known === undefined)
    throw new Error(`"${name}" is "${value}": expected one of ${Object.values(among).join(', ')}`);
  return known;
}
