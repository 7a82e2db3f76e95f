import { moves } from '@slipway/environments';
import type { TagMutability } from './tag-mutability.ts';

/** Whether a tag must not be moved to another image. Exclusion filters turn the repository's rule around for their tags. */
export function isImmutable(tag: string, repository: TagMutability): boolean {
  const { imageTagMutability: mode, imageTagMutabilityExclusionFilters: filters = [] } = repository;
  return !moves({ mode, except: filters.map(({ filter }) => filter) }, tag);
}
