import { tags } from './attribute-readers.ts';
import type { Change } from './resource-behaviour.ts';

/** The tags to take away and to put, so that AWS holds `tags_all` as planned. */
export function tagChanges({ prior, planned }: Change): TagChanges {
  const before = tags(prior, 'tags_all');
  const after = tags(planned, 'tags_all');
  return {
    removed: Object.keys(before).filter((key) => !(key in after)),
    put: Object.entries(after).filter(([key, value]) => before[key] !== value),
  };
}

interface TagChanges {
  readonly removed: readonly string[];
  readonly put: readonly (readonly [key: string, value: string])[];
}
