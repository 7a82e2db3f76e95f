import type { RegistrySpec } from '../spec/registry-spec.ts';

/** Other regions of the registry's own account that it replicates to, each once. @param account the registry's, 12 digits */
export function replicaRegions({ region, replication = [] }: RegistrySpec, account: string): string[] {
  const own = replication.filter((rule) => (rule.account ?? account) === account && rule.region !== region);
  return [...new Set(own.map((rule) => rule.region))];
}
