import { isUnset, type CtyValue } from '../wire/cty-value.ts';

/** Whether both are an empty text or nothing, which are the same to the real provider's SDK. */
export function bothEmpty(left: CtyValue | undefined, right: CtyValue | undefined): boolean {
  return isEmpty(left) && isEmpty(right);
}

function isEmpty(value: CtyValue | undefined): boolean {
  return isUnset(value) || value === '';
}
