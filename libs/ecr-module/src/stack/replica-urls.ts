import { replicates, type RegistrySpec } from '@slipway/environments';
import { repositoryUrl } from '../repository/repository-address.ts';

/** URLs by region of the copies that replication makes of a repository in its own account. */
export function replicaUrls(
  name: string,
  { replication = [] }: Pick<RegistrySpec, 'replication'>,
  account: string,
): Record<string, string> {
  const rules = replication.filter((rule) => (rule.account ?? account) === account && replicates(rule, name));
  return Object.fromEntries(rules.map(({ region }) => [region, repositoryUrl({ account, region, name })]));
}
