/** How one tag is recognised: by its beginning, or by a pattern with `*` for any characters, anchored at both ends. */
export type TagMatch = { readonly prefix: string } | { readonly pattern: string };

/**
 * Which images a lifecycle rule is about.
 * `anyOf` lists alternatives; ECR itself reads several entries of one rule as AND, so each becomes a rule of its own.
 */
export type Selection =
  | { readonly tagStatus: 'tagged'; readonly anyOf: readonly TagMatch[] }
  | { readonly tagStatus: 'untagged' }
  | { readonly tagStatus: 'any' };

/** Images with a tag that begins with any of the prefixes, each prefix counted on its own. */
export function tagged(...prefixes: readonly [string, ...string[]]): Selection {
  return { tagStatus: 'tagged', anyOf: prefixes.map((prefix) => ({ prefix })) };
}

/** Images with a tag that matches any of the patterns, each pattern counted on its own. */
export function taggedLike(...patterns: readonly [string, ...string[]]): Selection {
  return { tagStatus: 'tagged', anyOf: patterns.map((pattern) => ({ pattern })) };
}

/** Images without a tag: what a moved tag leaves behind. */
export function untagged(): Selection {
  return { tagStatus: 'untagged' };
}

/** Every image. Such a rule must come last in its policy. */
export function anyImage(): Selection {
  return { tagStatus: 'any' };
}
