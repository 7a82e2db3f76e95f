import { error, type LocalFinding } from '@slipway/findings';
import type { RepositorySpec } from '../../spec/repository-spec.ts';
import type { Place } from '../place.ts';

/**
 * In a protected environment every repository stays protected, also once its declaration is gone: it must not be made
 * disposable, and the list of what may be there undeclared must not cover it.
 */
export function deletionSafety(repository: RepositorySpec, place: Place): LocalFinding[] {
  if (place.environment.deletion !== 'protected') return [];
  return [...disposable(repository), ...unmanagedOnceDropped(repository, place)];
}

function disposable({ deletion }: RepositorySpec): LocalFinding[] {
  if (deletion !== 'disposable') return [];
  return [
    error('deletion-not-protected', {
      path: 'deletion',
      message: 'is "disposable" in a protected environment: a plan could destroy the repository with its images',
      fix: 'leave deletion out',
    }),
  ];
}

function unmanagedOnceDropped({ name }: RepositorySpec, { registry: { unmanaged = [] } }: Place): LocalFinding[] {
  return unmanaged
    .filter((entry) => (entry.endsWith('/') ? name.startsWith(entry) : name === entry))
    .map((entry) =>
      error('deletion-unguarded', {
        message: `the unmanaged "${entry}" covers this repository, so a plan that drops or renames it would not be refused`,
        fix: 'list in unmanaged only what the spec does not declare, by full names',
      }),
    );
}
