import { expect, it } from '@jest/globals';
import { judgeWebIdentity } from './web-identity.ts';
import type { WebIdentityFacts } from './web-identity.ts';
import type { CheckResult } from '../check.ts';

const now = new Date('2026-03-02T00:00:00Z');
const token = (exp: number) => `head.${Buffer.from(JSON.stringify({ exp })).toString('base64url')}.fake`;
const LATER = token(now.getTime() / 1000 + 3600);
const facts: WebIdentityFacts = {
  file: '/token',
  role: 'arn:aws:iam::111111111111:role/ci/push',
  token: LATER,
  hasKeys: false,
  account: '111111111111',
  now,
};

const cases: readonly (readonly [string, Partial<WebIdentityFacts>, CheckResult['status'], RegExp])[] = [
  ['both', {}, 'ok', /until 2026-03-02T01:00:00.000Z/],
  ['neither', { file: undefined, role: undefined }, 'ok', /not used/],
  ['only the role', { file: undefined }, 'failure', /without AWS_WEB_IDENTITY_TOKEN_FILE/],
  ['only the file', { role: undefined }, 'failure', /without AWS_ROLE_ARN/],
  ['a role that is none', { role: 'arn:aws:iam::111111111111:user/me' }, 'failure', /no ARN of a role/],
  ['a role of another account', { account: '222222222222' }, 'failure', /is of account '111111111111'/],
  ['no environment to compare with', { account: undefined }, 'ok', /until/],
  ['no token in the file', { token: undefined }, 'failure', /no token in '\/token'/],
  ['a token that is none', { token: 'fake' }, 'failure', /no JSON web token/],
  ['a token that ended', { token: token(now.getTime() / 1000) }, 'failure', /ended at 2026-03-02T00:00:00.000Z/],
  ['keys beside it', { hasKeys: true }, 'warning', /AWS_ACCESS_KEY_ID is set, too/],
];

it.each(cases.map(([name, change, status, words]) => ({ name, change, status, words })))('judges $name', (one) => {
  const { change, status, words } = one;
  const result = judgeWebIdentity({ ...facts, ...change });
  expect(result).toMatchObject({ status, message: expect.stringMatching(words) as unknown });
  expect(JSON.stringify(result)).not.toContain(LATER);
});
