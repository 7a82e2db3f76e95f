import { UNKNOWN, hasUnknown, isObject, type CtyObject, type CtyValue } from '../wire/cty-value.ts';

export type Tags = Readonly<Record<string, string>>;

/** What `tags_all` will be: the provider's default tags under the resource's own. Unknown while one of them is. */
export function plannedTags(
  tags: CtyValue | undefined,
  { defaultTags, isNew }: { readonly defaultTags: Tags; readonly isNew: boolean },
): CtyObject | typeof UNKNOWN {
  if (hasUnknown(tags)) return UNKNOWN;
  const all = { ...defaultTags, ...textTags(tags) };
  return isNew && Object.keys(all).length === 0 ? UNKNOWN : all;
}

/** The part of a resource's tags that its own configuration answers for. Null when that is nothing and was nothing. */
export function ownTags(
  all: Tags,
  { defaultTags, tags }: { readonly defaultTags: Tags; readonly tags: CtyValue | undefined },
): Tags | null {
  const before = isObject(tags) ? tags : {};
  const isOwn = ([key, value]: [string, string]): boolean => defaultTags[key] !== value || key in before;
  const own = Object.entries(all).filter(isOwn);
  return own.length > 0 || isObject(tags) ? Object.fromEntries(own) : null;
}

/** The tags that have a value; Terraform reads `tags = { a = null }` as no tag. */
export function textTags(tags: CtyValue | undefined): Tags {
  if (!isObject(tags)) return {};
  return Object.fromEntries(
    Object.entries(tags).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}
