import type { RegistrySpec, ReplicationSpec } from '@slipway/environments';
import { repositoryUrl } from '../repository/repository-address.ts';

/** URLs by region of the copies that replication makes of a repository in its own account. */
export function replicaUrls(
  name: string,
  { replication = [] }: Pick<RegistrySpec, 'replication'>,
  account: string,
): Record<string, string> {
  const rules = replication.filter((rule) => (rule.account ?? account) === account && isAbout(rule, name));
  return Object.fromEntries(rules.map(({ region }) => [region, repositoryUrl({ account, region, name })]));
}

function isAbout({ prefixes }: ReplicationSpec, name: string): boolean {
  return prefixes === undefined || prefixes.some((prefix) => name.startsWith(prefix));
}
