import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { startEcrStub } from '@slipway/ecr-inventory/testing';
import type { EcrStub, StubAnswer } from '@slipway/ecr-inventory/testing';
import { EcrRegistryLogins } from './ecr-registry-logins.ts';
import { registryLoginsContract } from './registry-logins.contract.ts';

const before = { ...process.env };
let stub: EcrStub;
let answer: StubAnswer;
let ending: AbortController;
beforeEach(async () => {
  stub = await startEcrStub(() => answer);
  ending = new AbortController();
  Object.assign(process.env, { AWS_ENDPOINT_URL: stub.url, AWS_ACCESS_KEY_ID: 'FAKE', AWS_SECRET_ACCESS_KEY: 'fake' });
});
afterEach(async () => {
  process.env = before;
  await stub.stop();
});
const logIn = () => new EcrRegistryLogins(ending.signal).logIn('us-east-1');

/** As the API reference has it (GetAuthorizationToken): a token in base64, a URL, seconds since 1970. */
const documented: StubAnswer = {
  body: {
    authorizationData: [
      {
        authorizationToken: Buffer.from('AWS:fa:ke').toString('base64'),
        proxyEndpoint: 'https://111111111111.dkr.ecr.us-east-1.amazonaws.com',
        expiresAt: 1_772_452_800,
      },
    ],
  },
};

registryLoginsContract(() => {
  answer = documented;
  return new EcrRegistryLogins(ending.signal);
});

it('reads the answer as the API documents it', async () => {
  answer = documented;
  expect(await logIn()).toEqual({
    region: 'us-east-1',
    host: '111111111111.dkr.ecr.us-east-1.amazonaws.com',
    credentials: { username: 'AWS', password: 'fa:ke' },
    expiresAt: '2026-03-02T12:00:00.000Z',
  });
});

it.each([
  [{ exception: 'AccessDeniedException' }, /a login: AccessDeniedException/],
  [{ body: { authorizationData: [] } }, /without a token/],
])('fails for %j', async (wrong, words) => {
  answer = wrong;
  await expect(logIn()).rejects.toMatchObject({ code: 'aws-failed', message: expect.stringMatching(words) as unknown });
});

it('ends when the user ends the command', async () => {
  answer = 'hang';
  const login = logIn();
  ending.abort();
  await expect(login).rejects.toMatchObject({ code: 'interrupted' });
});
