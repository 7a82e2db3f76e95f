import type { TagMutability } from './tag-mutability.ts';

/** Whether a tag can be moved to another image under a mutability setting. `*` in a filter is zero or more characters. */
export function moves(mutability: TagMutability, tag: string): boolean {
  switch (mutability.mode) {
    case 'MUTABLE':
      return true;
    case 'IMMUTABLE':
      return false;
    case 'MUTABLE_WITH_EXCLUSION':
      return !matchesAny(mutability.except, tag);
    case 'IMMUTABLE_WITH_EXCLUSION':
      return matchesAny(mutability.except, tag);
    default:
      return mutability satisfies never;
  }
}

function matchesAny(filters: readonly string[], tag: string): boolean {
  return filters.some((filter) => wildcard(filter).test(tag));
}

function wildcard(filter: string): RegExp {
  const parts = filter.split('*').map((part) => part.replaceAll(/[.\\+?^${}()|[\]]/g, String.raw`\$&`));
  return new RegExp(`^${parts.join('.*')}$`);
}
