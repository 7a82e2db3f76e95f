import { TerraformOutput, type TerraformStack } from '../cdktf.ts';
import type { Repository } from '../repository/repository.ts';

export interface DeclaredRepository {
  readonly repository: Repository;
  /** By region. */
  readonly replicaUrls: Readonly<Record<string, string>>;
}

/** What other tools read from the state of an environment: maps by the name of the repository. */
export function environmentOutputs(stack: TerraformStack, declared: readonly DeclaredRepository[]): void {
  const output = (id: string, value: (one: DeclaredRepository) => unknown) => {
    const entries = declared.map((one, index) => [keys[index], value(one)] as const);
    new TerraformOutput(stack, id, { value: Object.fromEntries(entries), staticId: true });
  };
  const keys = keysOf(declared.map(({ repository }) => repository));
  output('repository_urls', ({ repository }) => repository.url);
  output('repository_arns', ({ repository }) => repository.arn);
  output('registry_ids', ({ repository }) => repository.registryId);
  output('replica_urls', (one) => one.replicaUrls);
}

/** The name; with the region before it where registries of several regions hold the name. */
function keysOf(repositories: readonly Repository[]): string[] {
  const regions = new Map<string, number>();
  for (const { name } of repositories) regions.set(name, (regions.get(name) ?? 0) + 1);
  return repositories.map(({ name, region }) => (regions.get(name) === 1 ? name : `${region}/${name}`));
}
