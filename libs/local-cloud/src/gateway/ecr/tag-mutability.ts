/** What a repository says about overwriting tags, in the words of the API. */
export interface TagMutability {
  readonly imageTagMutability: 'MUTABLE' | 'IMMUTABLE' | 'MUTABLE_WITH_EXCLUSION' | 'IMMUTABLE_WITH_EXCLUSION';
  readonly imageTagMutabilityExclusionFilters?: readonly { readonly filter: string }[];
}
