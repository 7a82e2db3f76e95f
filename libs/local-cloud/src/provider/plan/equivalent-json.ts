import { isDeepStrictEqual } from 'node:util';
import { parseJson } from './normalize-json.ts';

/** Whether two texts are the same JSON document: the order of keys and spaces do not matter, the order of lists does. */
export function equivalentJson(left: string, right: string): boolean {
  const [first, second] = [parseJson(left), parseJson(right)];
  return first !== undefined && second !== undefined && isDeepStrictEqual(first, second);
}
