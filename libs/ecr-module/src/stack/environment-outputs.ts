import { TerraformOutput, type TerraformStack } from '../cdktf.ts';
import type { PublicRepository } from '../public/public-repository.ts';
import type { Registry } from '../registry/registry.ts';
import type { Repository } from '../repository/repository.ts';

export interface DeclaredRepository {
  readonly repository: Repository;
  /** By region. */
  readonly replicaUrls: Readonly<Record<string, string>>;
}

export interface DeclaredEnvironment {
  readonly registries: readonly Registry[];
  readonly repositories: readonly DeclaredRepository[];
  readonly publicRepositories: readonly PublicRepository[];
}

/** What other tools read from the state of an environment: maps by the name of the repository, and what else it has. */
export function environmentOutputs(stack: TerraformStack, environment: DeclaredEnvironment): void {
  const keyed = keyedByName(environment.repositories);
  const output = (id: string, entries: readonly Entry[]) => {
    new TerraformOutput(stack, id, { value: Object.fromEntries(entries), staticId: true });
  };
  output(
    'repository_urls',
    keyed.map(([key, { repository }]) => [key, repository.url]),
  );
  output(
    'repository_arns',
    keyed.map(([key, { repository }]) => [key, repository.arn]),
  );
  output(
    'registry_ids',
    keyed.map(([key, { repository }]) => [key, repository.registryId]),
  );
  output(
    'replica_urls',
    keyed.map(([key, { replicaUrls }]) => [key, replicaUrls]),
  );
  for (const [id, entries] of Object.entries(furtherOutputs(environment))) if (entries.length > 0) output(id, entries);
}

type Entry = readonly [key: string, value: unknown];

/** Outputs of what not every environment has. */
function furtherOutputs({ registries, publicRepositories }: DeclaredEnvironment): Readonly<Record<string, Entry[]>> {
  const keys = registries.flatMap((registry) => registry.keys);
  return {
    registry_key_arns: keys.map(({ region, alias, arn }) => [`${region}/${alias}`, arn]),
    topic_arns: registries.flatMap(({ region, notifications }) =>
      notifications === undefined ? [] : [[region, notifications.topicArn]],
    ),
    public_repository_uris: publicRepositories.map(({ name, uri }) => [name, uri]),
  };
}

/** The name; with the region before it where registries of several regions hold the name. */
function keyedByName(declared: readonly DeclaredRepository[]): [key: string, DeclaredRepository][] {
  const regions = new Map<string, number>();
  for (const { repository } of declared) regions.set(repository.name, (regions.get(repository.name) ?? 0) + 1);
  return declared.map((one) => {
    const { name, region } = one.repository;
    return [regions.get(name) === 1 ? name : `${region}/${name}`, one];
  });
}
