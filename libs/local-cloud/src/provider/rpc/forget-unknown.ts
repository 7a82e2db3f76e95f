import { UNKNOWN, isList, isObject, type CtyObject, type CtyValue } from '../wire/cty-value.ts';

/** The object with null for everything unknown: a state holds no unknown values. */
export function forgetUnknown(value: CtyObject): CtyObject {
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, forget(inner)]));
}

function forget(value: CtyValue): CtyValue {
  if (value === UNKNOWN) return null;
  if (isList(value)) return value.map(forget);
  return isObject(value) ? forgetUnknown(value) : value;
}
