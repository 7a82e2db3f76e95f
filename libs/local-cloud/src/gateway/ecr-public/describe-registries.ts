import type { EcrCall } from '../ecr/ecr-call.ts';
import { publicRegistryOf } from './public-registry-of.ts';
import { registryAlias } from './registry-alias.ts';

/** The one registry of the caller, under the alias that AWS would have given it. */
export function describeRegistries(call: EcrCall): Promise<object> {
  const { account } = publicRegistryOf(call);
  const name = registryAlias(account);
  const registry = {
    registryId: account,
    registryArn: `arn:aws:ecr-public::${account}:registry/${account}`,
    registryUri: `public.ecr.aws/${name}`,
    verified: false,
    aliases: [{ name, status: 'ACTIVE', primaryRegistryAlias: true, defaultRegistryAlias: true }],
  };
  return Promise.resolve({ registries: [registry] });
}
