import type { TagMutability } from '@slipway/environments';

/** The arguments that repositories and creation templates have for mutability. */
export function mutabilityConfig({ mode, except }: TagMutability) {
  if (except === undefined) return { imageTagMutability: mode };
  const imageTagMutabilityExclusionFilter = except.map((filter) => ({ filter, filterType: 'WILDCARD' }));
  return { imageTagMutability: mode, imageTagMutabilityExclusionFilter };
}
