import type { Tags } from '../plan/tags.ts';
import type { CtyObject } from '../wire/cty-value.ts';
import { tags } from './attribute-readers.ts';
import type { Change } from './resource-behaviour.ts';
import { tagChanges } from './tag-changes.ts';

/** A tag as most of AWS's services write it. */
export interface KeyValueTag {
  readonly Key: string;
  readonly Value: string;
}

interface FoundTag {
  readonly Key: string | undefined;
  readonly Value: string | undefined;
}

/** All tags that a new resource gets. */
export function keyValueTags(planned: CtyObject): KeyValueTag[] {
  return Object.entries(tags(planned, 'tags_all')).map(([Key, Value]) => ({ Key, Value }));
}

/** Tags as AWS answers them. */
export function foundTags(found: readonly FoundTag[] = []): Tags {
  return Object.fromEntries(found.map(({ Key, Value }) => [Key ?? '', Value ?? '']));
}

/** Takes away and puts tags, so that AWS holds `tags_all` as planned. Calls nothing when nothing changes. */
export async function changeTags(change: Change, calls: TagCalls): Promise<void> {
  const { removed, put } = tagChanges(change);
  if (removed.length > 0) await calls.untag([...removed]);
  if (put.length > 0) await calls.tag(put.map(([Key, Value]) => ({ Key, Value })));
}

interface TagCalls {
  readonly untag: (keys: string[]) => Promise<unknown>;
  readonly tag: (tags: KeyValueTag[]) => Promise<unknown>;
}
