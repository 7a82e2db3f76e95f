import { isObject, type CtyObject } from '../wire/cty-value.ts';
import { decodeValue, type DynamicValue } from '../wire/dynamic-value.ts';

/** The object of a message; null where Terraform sends none, as for a resource that is created or destroyed. */
export function decodeObject(value: DynamicValue): CtyObject | null {
  const decoded = decodeValue(value);
  return isObject(decoded) ? decoded : null;
}
