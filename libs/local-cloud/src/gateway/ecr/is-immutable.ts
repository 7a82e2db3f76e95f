import type { TagMutability } from './tag-mutability.ts';

/** Whether a tag must not be moved to another image. Exclusion filters turn the repository's rule around for their tags. */
export function isImmutable(tag: string, repository: TagMutability): boolean {
  const filters = repository.imageTagMutabilityExclusionFilters ?? [];
  const excluded = filters.some(({ filter }) => matches(filter, tag));
  switch (repository.imageTagMutability) {
    case 'MUTABLE':
      return false;
    case 'IMMUTABLE':
      return true;
    case 'MUTABLE_WITH_EXCLUSION':
      return excluded;
    case 'IMMUTABLE_WITH_EXCLUSION':
      return !excluded;
  }
}

/** `*` stands for any number of characters; a filter covers the whole tag. */
function matches(filter: string, tag: string): boolean {
  const pattern = filter.split('*').map((text) => text.replaceAll(/[.\\+?^${}()|[\]]/g, String.raw`\$&`));
  return new RegExp(`^${pattern.join('.*')}$`).test(tag);
}
