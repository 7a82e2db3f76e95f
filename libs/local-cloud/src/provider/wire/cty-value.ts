/** Stands for a value that Terraform knows only after apply. */
export const UNKNOWN: unique symbol = Symbol('known after apply');

/** A value of Terraform's type system; sets travel as arrays. */
export type CtyValue = null | string | number | boolean | typeof UNKNOWN | readonly CtyValue[] | CtyObject;

/** A Terraform object, or a map: attribute name to value. */
export interface CtyObject {
  readonly [name: string]: CtyValue;
}

export function isList(value: CtyValue | undefined): value is readonly CtyValue[] {
  return Array.isArray(value);
}

export function isObject(value: CtyValue | undefined): value is CtyObject {
  return typeof value === 'object' && value !== null && !isList(value);
}

/** Whether nothing was written: an unknown value counts as written. */
export function isUnset(value: CtyValue | undefined): value is null | undefined {
  return value === null || value === undefined;
}

/** Whether the value, or anything inside it, is known only after apply. */
export function hasUnknown(value: CtyValue | undefined): boolean {
  if (isList(value)) return value.some(hasUnknown);
  if (isObject(value)) return Object.values(value).some(hasUnknown);
  return value === UNKNOWN;
}
