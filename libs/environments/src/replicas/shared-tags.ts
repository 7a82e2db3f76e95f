type Tags = Readonly<Record<string, string>>;

/** Names one repository, so it is never a tag of a whole namespace. */
const NAME_TAG = 'Name';

/** The tags that all have with the same value, apart from `Name`. */
export function sharedTags([first = {}, ...others]: readonly Tags[]): Tags {
  const shared = Object.entries(first).filter(
    ([key, value]) => key !== NAME_TAG && others.every((tags) => tags[key] === value),
  );
  return Object.fromEntries(shared);
}

/** Keys of the tags that not all have with the same value, apart from `Name`. */
export function unsharedTags(all: readonly Tags[]): string[] {
  const shared = sharedTags(all);
  const keys = new Set(all.flatMap((tags) => Object.keys(tags)));
  return [...keys].filter((key) => key !== NAME_TAG && !Object.hasOwn(shared, key));
}
