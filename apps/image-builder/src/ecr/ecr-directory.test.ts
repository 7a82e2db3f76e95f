import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startEcrStub } from '../testing/ecr-stub.ts';
import type { EcrStub } from '../testing/ecr-stub.ts';
import { EcrDirectory } from './ecr-directory.ts';
import { repositoryDirectoryContract } from './repository-directory.contract.ts';

let stub: EcrStub;
const before = { ...process.env };
beforeAll(async () => {
  stub = await startEcrStub({
    account: '111111111111',
    host: 'host.test',
    credentials: { username: 'AWS', password: 'fa:ke' },
  });
  Object.assign(process.env, { AWS_ENDPOINT_URL: stub.url, AWS_ACCESS_KEY_ID: 'FAKE', AWS_SECRET_ACCESS_KEY: 'fake' });
});
afterAll(async () => {
  process.env = before;
  await stub.stop();
});

repositoryDirectoryContract(() => ({ directory: new EcrDirectory(), region: 'us-east-1', name: 'shop/api' }));

describe('EcrDirectory', () => {
  it('finds a repository and its login; the scheme is that of the endpoint', async () => {
    expect(await new EcrDirectory().locate('us-east-1', 'shop/api')).toEqual({
      login: expect.any(Function) as unknown,
      uri: 'host.test/shop/api',
      scheme: 'http:',
      account: '111111111111',
      region: 'us-east-1',
      credentials: { username: 'AWS', password: 'fa:ke' },
    });
  });

  it('logs in again, when asked', async () => {
    const { login } = await new EcrDirectory().locate('us-east-1', 'shop/api');
    expect(await login?.()).toEqual({ username: 'AWS', password: 'fa:ke' });
  });

  it('finds the registry of another account by the address of its own, without asking that account', async () => {
    const host = '111111111111.dkr.ecr.us-east-1.amazonaws.com';
    const own = await startEcrStub({
      account: '111111111111',
      host,
      credentials: { username: 'AWS', password: 'fake' },
    });
    try {
      const directory = new EcrDirectory({ endpoint: own.url });
      expect(
        await directory.locateForeign({ account: '222222222222', region: 'us-east-1', name: 'none' }),
      ).toMatchObject({
        uri: '222222222222.dkr.ecr.us-east-1.amazonaws.com/none',
        account: '222222222222',
        credentials: { username: 'AWS', password: 'fake' },
      });
    } finally {
      await own.stop();
    }
  });

  it('does not guess an address where accounts have none', async () => {
    const foreign = { account: '222222222222', region: 'us-east-1', name: 'shop/api' };
    await expect(new EcrDirectory().locateForeign(foreign)).rejects.toMatchObject({
      code: 'wrong-account',
      message: expect.stringContaining("'http://host.test'") as unknown,
    });
  });

  it('says that there is no such repository, and how to make it', async () => {
    await expect(new EcrDirectory().locate('us-east-1', 'none')).rejects.toMatchObject({
      code: 'repository-missing',
      message: expect.stringContaining("'none' in us-east-1") as unknown,
      fix: expect.stringContaining('cdktf deploy') as unknown,
    });
  });
});
