import { error, under, type LocalFinding } from '@slipway/findings';
import { repeated } from '../finding/repeated.ts';
import type { Place } from '../place.ts';
import { repositoryName } from '../repository/repository-name.ts';

/** Repositories that may be there undeclared: names, or namespaces with their final `/`. */
export function unmanaged({ registry: { unmanaged: names = [] } }: Place): LocalFinding[] {
  return under('unmanaged', [...names.flatMap((name) => nameOrNamespace(name)), ...twice(names)]);
}

function nameOrNamespace(entry: string): LocalFinding[] {
  // The shortest namespace has one character, the shortest name two: any repository of the namespace tells.
  return repositoryName({ name: entry.endsWith('/') ? `${entry}a` : entry }).map(() =>
    error('unmanaged-name', {
      message: `"${entry}" is not a repository name, and not a namespace with its final "/"`,
      fix: 'write a name such as "team/api", or a namespace such as "team/", without "*"',
      source: 'ECR API reference, CreateRepository: repositoryName',
    }),
  );
}

function twice(names: readonly string[]): LocalFinding[] {
  return repeated(names).map((name) =>
    error('unmanaged-repeated', { message: `"${name}" is listed twice`, fix: 'list it once' }),
  );
}
