import { error, type LocalFinding } from '@slipway/findings';
import { repeated } from '../finding/repeated.ts';
import type { Place } from '../place.ts';

export function uniqueRepositories({ registry: { repositories } }: Place): LocalFinding[] {
  return repeated(repositories.map(({ name }) => name)).map((name) =>
    error('repository-declared-twice', {
      path: name,
      message: `the repository "${name}" is declared twice`,
      fix: 'declare it once',
      source: 'ECR API reference, CreateRepository: RepositoryAlreadyExistsException',
    }),
  );
}
