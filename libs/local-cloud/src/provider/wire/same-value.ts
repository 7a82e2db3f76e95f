import { isDeepStrictEqual } from 'node:util';
import type { CtyValue } from './cty-value.ts';

/** Whether two values are equal; an absent attribute equals null, lists compare in order. */
export function sameValue(left: CtyValue | undefined, right: CtyValue | undefined): boolean {
  return isDeepStrictEqual(left ?? null, right ?? null);
}
