import { error, type LocalFinding } from '@slipway/findings';
import { replicaRegions } from '../../replicas/replica-regions.ts';
import { replicatedRepositories } from '../../replicas/replicated-repositories.ts';
import type { EnvironmentSpec } from '../../spec/environment-spec.ts';

/** A replica has its source's name: two sources, or a replica that is declared twice, would be one repository. */
export function replicaNames(environment: EnvironmentSpec): LocalFinding[] {
  const { registries, account } = environment;
  const taken = new Map<string, string>();
  return registries.flatMap((registry) =>
    replicaRegions(registry, account).flatMap((region) =>
      replicatedRepositories(registry, { region, account }).flatMap(({ name, replicas }) => {
        const path = `${region} / ${name}`;
        const other = taken.get(path);
        taken.set(path, registry.region);
        const there = replicas === 'declared' && isDeclared(environment, { region, name });
        return [
          ...(other === undefined ? [] : [twoSources(path, [other, registry.region])]),
          ...(there ? [declaredTwice(path, registry.region)] : []),
        ];
      }),
    ),
  );
}

interface Named {
  readonly region: string;
  readonly name: string;
}

function isDeclared({ registries }: EnvironmentSpec, { region, name }: Named): boolean {
  return registries.some(
    (registry) => registry.region === region && registry.repositories.some((repository) => repository.name === name),
  );
}

function twoSources(path: string, [first, second]: readonly [string, string]): LocalFinding {
  return error('replica-name-collision', {
    path,
    message: `is the replica of both "${first}" and "${second}", so the images of two repositories would be in one`,
    fix: 'rename one, or give one of the registries other destinations or prefixes',
    source: 'ECR user guide, "Private image replication": the repository name remains the same',
  });
}

function declaredTwice(path: string, source: string): LocalFinding {
  return error('replica-declared-twice', {
    path,
    message: `is declared here and, by replicas: 'declared', as the replica of "${source}"`,
    fix: 'leave one of the declarations out',
    source: 'ECR API reference, CreateRepository: RepositoryAlreadyExistsException',
  });
}
