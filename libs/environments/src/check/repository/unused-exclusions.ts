import { warning, type LocalFinding } from '@slipway/findings';
import { moves } from '../../spec/moves.ts';
import type { RepositorySpec } from '../../spec/repository-spec.ts';

/** Filters that let tags move which nobody moves: each is a hole in the immutability of the repository. */
export function unusedExclusions({ tagMutability, movingTags = [] }: RepositorySpec): LocalFinding[] {
  const { mode, except = [] } = tagMutability;
  if (mode !== 'IMMUTABLE_WITH_EXCLUSION') return [];
  return except
    .filter((filter) => !movingTags.some((tag) => moves({ mode, except: [filter] }, tag)))
    .map((filter) =>
      warning('exclusion-filter-unused', {
        path: 'tag mutability',
        message: `the exclusion filter "${filter}" matches none of the moving tags, so it only lets released tags be overwritten`,
        fix: 'remove the filter, or list the tag in movingTags',
      }),
    );
}
