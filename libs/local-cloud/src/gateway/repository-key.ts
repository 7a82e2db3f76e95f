import type { RepositoryId } from './repository-id.ts';

/** A repository as one string, for maps and locks. */
export function repositoryKey({ account, region, name }: RepositoryId): string {
  return `${account}/${region}/${name}`;
}
