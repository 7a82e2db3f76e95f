import { expect, it } from '@jest/globals';
import { cloudVariables } from '@slipway/ecr-inventory/testing';
import { environments } from '@slipway/environments';
import { callerIdentity } from './caller-identity.ts';

it('says whose credentials are used', async () => {
  const variables = await cloudVariables('dev');
  const settings = {
    endpoint: variables['AWS_ENDPOINT_URL'] ?? '',
    credentials: {
      accessKeyId: variables['AWS_ACCESS_KEY_ID'] ?? '',
      secretAccessKey: variables['AWS_SECRET_ACCESS_KEY'] ?? '',
    },
  };
  const { signal } = new AbortController();
  const { region, account } = environments.dev;
  expect(await callerIdentity(region, { signal, settings })).toContain(`::${account}:`);
});
