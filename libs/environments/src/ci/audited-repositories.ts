import { repositoryArn, type GrantedRepository } from '@slipway/access';
import { containers } from '../containers.ts';
import type { EnvironmentSpec } from '../spec/environment-spec.ts';

/** What an audit looks at: the repositories of this project's containers, in every region that has them. */
export function auditedRepositories({ account, registries }: EnvironmentSpec): GrantedRepository[] {
  const names = new Set<string>(Object.values(containers).map(({ repository }) => repository));
  const declared = registries.flatMap(({ repositories }) => repositories.map(({ name }) => name));
  return [...new Set(declared)]
    .filter((name) => names.has(name))
    .map((name) => ({ arn: repositoryArn({ account, region: '*', name }), access: 'read' }));
}
