/** Whether a tag can be moved to another image. Filters are wildcards (`*`), at most 5 (ECR PutImageTagMutability). */
export type TagMutability =
  | { readonly mode: 'MUTABLE' | 'IMMUTABLE'; readonly except?: never }
  | { readonly mode: 'MUTABLE_WITH_EXCLUSION' | 'IMMUTABLE_WITH_EXCLUSION'; readonly except: readonly string[] };

/** Every tag can be pushed again with another image. */
export function mutable(): TagMutability {
  return { mode: 'MUTABLE' };
}

/** A tag once pushed keeps its image for ever. */
export function immutable(): TagMutability {
  return { mode: 'IMMUTABLE' };
}

/** Immutable, except for the moving tags that match one of the filters. */
export function immutableExcept(...filters: readonly [string, ...string[]]): TagMutability {
  return { mode: 'IMMUTABLE_WITH_EXCLUSION', except: filters };
}

/** Mutable, except for the release tags that match one of the filters. */
export function mutableExcept(...filters: readonly [string, ...string[]]): TagMutability {
  return { mode: 'MUTABLE_WITH_EXCLUSION', except: filters };
}
