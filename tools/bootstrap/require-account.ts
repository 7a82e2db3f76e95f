import { GetCallerIdentityCommand, type STSClient } from '@aws-sdk/client-sts';
import { BootstrapFailure } from './bootstrap-failure.ts';

/** Nothing is made with the credentials of another account. */
export async function requireAccount(client: STSClient, account: string): Promise<void> {
  const { Account: caller } = await client.send(new GetCallerIdentityCommand({}));
  if (caller === account) return;
  throw new BootstrapFailure(
    `your credentials are of account "${caller ?? 'unknown'}", and the environment is account "${account}": use credentials of that account`,
  );
}
