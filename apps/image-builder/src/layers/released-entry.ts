import type { ReleaseEntry } from '@slipway/images';

/** The entry that says which image an environment should run: the last one, tests aside, as they release nothing. */
export function releasedEntry(entries: readonly ReleaseEntry[]): ReleaseEntry | undefined {
  return entries.findLast(({ action }) => action !== 'test');
}
