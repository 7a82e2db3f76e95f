/** How one tag is recognised: by its beginning, or by a pattern with `*` for any characters, anchored at both ends. */
export type TagMatch =
  { readonly prefix: string; readonly pattern?: never } | { readonly pattern: string; readonly prefix?: never };

/** Entries that an image must all match. ECR takes prefixes or patterns in one rule, never both. */
export type TagMatchList =
  | { readonly prefixes: readonly [string, string, ...string[]]; readonly patterns?: never }
  | { readonly patterns: readonly [string, string, ...string[]]; readonly prefixes?: never };

/**
 * Which images a lifecycle rule is about.
 * `anyOf` lists alternatives; ECR itself reads several entries of one rule as AND, so each becomes a rule of its own.
 * `allOf` is ECR's AND: each entry must match a tag of the image, not necessarily the same tag.
 */
export type Selection =
  | { readonly tagStatus: 'tagged'; readonly anyOf: readonly TagMatch[]; readonly allOf?: never }
  | { readonly tagStatus: 'tagged'; readonly allOf: TagMatchList; readonly anyOf?: never }
  | { readonly tagStatus: 'untagged'; readonly anyOf?: never; readonly allOf?: never }
  | { readonly tagStatus: 'any'; readonly anyOf?: never; readonly allOf?: never };

/** Images with a tag that begins with any of the prefixes, each prefix counted on its own. */
export function tagged(...prefixes: readonly [string, ...string[]]): Selection {
  return { tagStatus: 'tagged', anyOf: prefixes.map((prefix) => ({ prefix })) };
}

/** Images with a tag that matches any of the patterns, each pattern counted on its own. */
export function taggedLike(...patterns: readonly [string, ...string[]]): Selection {
  return { tagStatus: 'tagged', anyOf: patterns.map((pattern) => ({ pattern })) };
}

/** Images that have, for each of the prefixes, a tag that begins with it: one ECR rule, one count. */
export function taggedWithAll(...prefixes: readonly [string, string, ...string[]]): Selection {
  return { tagStatus: 'tagged', allOf: { prefixes } };
}

/** Images that have, for each of the patterns, a tag that matches it: one ECR rule, one count. */
export function taggedLikeAll(...patterns: readonly [string, string, ...string[]]): Selection {
  return { tagStatus: 'tagged', allOf: { patterns } };
}

/** Images without a tag: what a moved tag leaves behind. */
export function untagged(): Selection {
  return { tagStatus: 'untagged' };
}

/** Every image. Such a rule must come last in its policy, or last among the rules about archived images. */
export function anyImage(): Selection {
  return { tagStatus: 'any' };
}
