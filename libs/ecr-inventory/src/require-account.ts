import type { EnvironmentSpec } from '@slipway/environments';
import { inventoryFailure } from './inventory-failure.ts';
import type { RegistryReader } from './registry-reader.ts';

/**
 * Credentials of another account would show another registry, so they are refused.
 * @throws Failure `wrong-account`
 */
export async function requireAccount(
  { name, account, region }: EnvironmentSpec,
  registry: RegistryReader,
): Promise<void> {
  const found = await registry.account(region);
  if (found === account) return;
  throw inventoryFailure({
    code: 'wrong-account',
    message: `the credentials are of account '${found}', and the environment '${name}' is account '${account}'`,
    fix: `log in to account ${account}; for the local cloud: eval "$(npx local-cloud env ${name})"`,
  });
}
