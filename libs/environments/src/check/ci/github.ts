import { error, under, type LocalFinding } from '@slipway/findings';
import type { GitHubSpec } from '../../spec/ci-spec.ts';

/** An owner's name: GitHub's own form says so. `_` is in the names of users that an enterprise manages. */
const OWNER = /^(?=.{1,39}$)[a-zA-Z0-9]+(?:[-_][a-zA-Z0-9]+)*$/;
const REPOSITORY = /^(?!\.{1,2}$)(?!.*\.git$)[\w.-]{1,100}$/;

/** The repository whose workflows are trusted. */
export function github({ owner, repository, ids }: GitHubSpec): LocalFinding[] {
  return under('github', [
    ...named('owner', owner, OWNER),
    ...named('repository', repository, REPOSITORY),
    ...Object.entries(ids ?? {}).flatMap(([path, id]) => number(path, id)),
  ]);
}

function named(path: 'owner' | 'repository', text: string, grammar: RegExp): LocalFinding[] {
  if (grammar.test(text)) return [];
  return [
    error(`github-${path}`, {
      path,
      message: `"${text}" is not the name of a GitHub ${path}`,
      fix: 'write the name alone, as in the address of the repository, without "/" and "*"',
      source:
        'GitHub Enterprise Cloud documentation, "Username considerations"; GitHub documentation, "Creating a new repository"',
    }),
  ];
}

function number(path: string, id: unknown): LocalFinding[] {
  if (Number.isSafeInteger(id) && Number(id) > 0) return [];
  return [
    error('github-id', {
      path: `ids / ${path}`,
      message: `"${String(id)}" is not the number of an owner or repository`,
      fix: `write the "id" that GitHub's API shows, or leave ids out`,
      source: 'GitHub REST API documentation, repositories: id',
    }),
  ];
}
