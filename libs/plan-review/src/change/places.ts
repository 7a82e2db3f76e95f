import type { PathPart, Side } from '../plan/plan.ts';
import { readValue } from './read-value.ts';

/** Paths of the entries of a list; none where there is no list. */
export function entriesAt(side: Side, path: readonly PathPart[]): PathPart[][] {
  const reading = readValue(side, path);
  return reading.state === 'known' && Array.isArray(reading.value)
    ? reading.value.map((_, index) => [...path, index])
    : [];
}
