import type { PathPart, Side } from '../plan/plan.ts';

/** A value of a resource: there, not there, only known after the apply, or not to be shown. */
export type Reading =
  | { readonly state: 'known'; readonly value: unknown }
  | { readonly state: 'absent' }
  | { readonly state: 'unknown' }
  | { readonly state: 'hidden' };

/** The value at a path, such as `['image_scanning_configuration', 0, 'scan_on_push']`. Never throws. */
export function readValue(side: Side, path: readonly PathPart[]): Reading {
  if (isMarked(side.unknown, path)) return { state: 'unknown' };
  if (isMarked(side.sensitive, path)) return { state: 'hidden' };
  const value = path.reduce<unknown>(childOf, side.values);
  return value === undefined || value === null ? { state: 'absent' } : { state: 'known', value };
}

/** The text at a path; undefined where there is none that is known. */
export function readText(side: Side, ...path: readonly PathPart[]): string | undefined {
  const reading = readValue(side, path);
  return reading.state === 'known' && typeof reading.value === 'string' ? reading.value : undefined;
}

/** The part of a value by its name or place; undefined where there is none of its own. */
export function childOf(value: unknown, part: PathPart): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, part)) return undefined;
  return (value as Readonly<Record<PathPart, unknown>>)[part];
}

/** Whether a mark stands at the path or above it. */
function isMarked(marks: unknown, path: readonly PathPart[]): boolean {
  let at = marks;
  for (const part of path) {
    if (at === true) return true;
    at = childOf(at, part);
  }
  return at === true;
}
