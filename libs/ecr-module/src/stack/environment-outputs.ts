import { TerraformOutput, type TerraformStack } from '../cdktf.ts';
import type { Repository } from '../repository/repository.ts';

export interface DeclaredRepository {
  readonly repository: Repository;
  /** By region. */
  readonly replicaUrls: Readonly<Record<string, string>>;
}

/** What other tools read from the state of an environment: maps by the name of the repository. */
export function environmentOutputs(stack: TerraformStack, declared: readonly DeclaredRepository[]): void {
  const keyed = keyedByName(declared);
  const output = (id: string, read: (one: DeclaredRepository) => unknown) => {
    const value: Record<string, unknown> = Object.fromEntries(keyed.map(([key, one]) => [key, read(one)]));
    new TerraformOutput(stack, id, { value, staticId: true });
  };
  output('repository_urls', ({ repository }) => repository.url);
  output('repository_arns', ({ repository }) => repository.arn);
  output('registry_ids', ({ repository }) => repository.registryId);
  output('replica_urls', (one) => one.replicaUrls);
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
