import { describe, expect, it } from '@jest/globals';
import { judgeAccount } from './account.ts';
import { judgeClock } from './clock.ts';
import { judgeEnd } from './credentials-end.ts';
import { judgeEngineSpace } from './engine-space.ts';
import { judgeEngineVersion } from './engine-version.ts';
import { judgeNodeVersion } from './node-version.ts';
import { judgeDockerLogin } from './registry-login.ts';
import { judgeBucket } from './state-bucket.ts';

const NOW = new Date('2026-03-02T00:00:00Z');
const after = (seconds: number) => new Date(NOW.getTime() + seconds * 1000);

it.each([
  ['22.23.3', '22.23.3', 'ok'],
  ['22.18.0', undefined, 'ok'],
  ['22.17.1', '22.23.3', 'failure'],
  ['20.20.2', '22.23.3', 'failure'],
  ['24.1.0', '22.23.3', 'warning'],
])('judges Node.js %s where %s is pinned', (version, pinned, status) => {
  expect(judgeNodeVersion(version, pinned).status).toBe(status);
});

it.each([
  ['20.10.24+dfsg1', 'ok'],
  ['28.0.1', 'ok'],
  ['20.9.1', 'failure'],
  ['19.03.15', 'failure'],
  ['dev', 'ok'],
])('judges Docker engine %s', (version, status) => {
  expect(judgeEngineVersion(version).status).toBe(status);
});

it.each([
  [50e9, 'ok'],
  [3e9, 'warning'],
  [0.5e9, 'failure'],
  [undefined, 'ok'],
])('judges %p bytes of free space', (free, status) => {
  const result = judgeEngineSpace({ imageBytes: 2e9, cacheBytes: 1e9 }, { dataRoot: '/docker', free });
  expect(result.status).toBe(status);
  expect(result.message).toContain('images take 2 GB, the build cache 1 GB');
});

it.each([
  // IAM user guide: AWS refuses a request that arrives more than five minutes from its time stamp.
  [300, 'warning', /300 seconds behind/],
  [301, 'failure', /301 seconds behind/],
  [-301, 'failure', /301 seconds ahead/],
  [30, 'ok', /30 seconds behind/],
])('judges a clock that differs by %i seconds', (seconds, status, words) => {
  expect(judgeClock(NOW, after(seconds))).toMatchObject({ status, message: expect.stringMatching(words) as unknown });
});

it.each([
  [undefined, 'ok'],
  [after(3600).toISOString(), 'ok'],
  [after(600).toISOString(), 'warning'],
  [after(-1).toISOString(), 'failure'],
])('judges credentials that end at %s', (end, status) => {
  expect(judgeEnd(end, NOW).status).toBe(status);
});

it('compares the account', () => {
  const dev = { name: 'dev', account: '111111111111' };
  expect(judgeAccount('arn:aws:sts::111111111111:assumed-role/ci/me', dev).status).toBe('ok');
  expect(judgeAccount('arn:aws:iam::222222222222:user/me', dev)).toMatchObject({
    status: 'failure',
    message: expect.stringContaining("account '222222222222'") as unknown,
  });
});

it.each([
  ['readable', 'ok'],
  ['denied', 'warning'],
  ['missing', 'failure'],
] as const)('judges a bucket that is %s', (access, status) => {
  expect(judgeBucket(access, { bucket: 'state', environment: 'dev' }).status).toBe(status);
});

describe('judgeDockerLogin', () => {
  const facts = { host: 'host.test', environment: 'dev', now: NOW };
  const login = (end: Date) => {
    const token = { payload: 'x', expiration: end.getTime() / 1000 };
    return { username: 'AWS', password: Buffer.from(JSON.stringify(token)).toString('base64') };
  };

  it.each([
    [undefined, 'warning', /no login/],
    [login(after(3600)), 'ok', /until 2026-03-02T01:00:00.000Z/],
    [login(after(-3600)), 'warning', /ended at 2026-03-01T23:00:00.000Z/],
    [{ username: 'AWS', password: 'fake' }, 'ok', /end is not known/],
  ])('judges %j', (credentials, status, words) => {
    const result = judgeDockerLogin(credentials, facts);
    expect(result).toMatchObject({ status, message: expect.stringMatching(words) as unknown });
    expect(JSON.stringify(result)).not.toContain(credentials?.password ?? 'fake');
  });
});
