import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { decide } from '../evaluation/decide.ts';
import { gitHubSubjects, type GitHubRun } from './git-hub-subjects.ts';
import { gitHubTrust } from './git-hub-trust.ts';

const ISSUER = 'token.actions.githubusercontent.com';
const FILES = 'acme/slipway/.github/workflows';
const providerArn = `arn:aws:iam::111122223333:oidc-provider/${ISSUER}`;
const role = 'arn:aws:iam::111122223333:role/slipway-apply';
const acme = { owner: 'acme', repository: 'slipway', ids: { owner: 1001, repository: 2002 } } as const;

function admits(
  subjects: readonly GitHubRun[],
  sub: string,
  { aud = 'sts.amazonaws.com', provider = providerArn, workflow = `${FILES}/main.yml@refs/heads/main` } = {},
): boolean {
  const trust = gitHubTrust({ providerArn, ...acme, subjects });
  const keys = { [`${ISSUER}:aud`]: aud, [`${ISSUER}:sub`]: sub, [`${ISSUER}:job_workflow_ref`]: workflow };
  const request = { action: 'sts:AssumeRoleWithWebIdentity', resource: role, context: keys };
  return decide({ caller: { kind: 'web-identity', provider }, ...request }, { resource: trust }).allowed;
}

const production = [{ environment: 'prod' }] as const;

describe('gitHubSubjects', () => {
  it('writes the subjects that GitHub documents, in both forms of the name', () => {
    const subjects = [{ environment: 'prod' }, { branch: 'main' }, { tag: 'v1' }, { pullRequest: true }] as const;
    expect(gitHubSubjects({ ...acme, subjects })).toEqual(
      [
        'repo:acme/slipway:environment:prod',
        'repo:acme/slipway:ref:refs/heads/main',
        'repo:acme/slipway:ref:refs/tags/v1',
        'repo:acme/slipway:pull_request',
        'repo:acme@1001/slipway@2002:environment:prod',
        'repo:acme@1001/slipway@2002:ref:refs/heads/main',
        'repo:acme@1001/slipway@2002:ref:refs/tags/v1',
        'repo:acme@1001/slipway@2002:pull_request',
      ].sort(),
    );
  });

  it('writes names alone where no ids are known', () => {
    const subjects = gitHubSubjects({ owner: 'acme', repository: 'slipway', subjects: production });
    expect(subjects).toEqual(['repo:acme/slipway:environment:prod']);
  });

  it('escapes the colon of an environment as GitHub does, so that no name looks like another subject', () => {
    const subjects = gitHubSubjects({
      owner: 'acme',
      repository: 'slipway',
      subjects: [{ environment: 'a:ref:refs/heads/main' }],
    });
    expect(subjects).toEqual(['repo:acme/slipway:environment:a%3Aref%3Arefs/heads/main']);
  });
});

describe('gitHubTrust', () => {
  it('admits the exact subject, in both forms', () => {
    expect(admits(production, 'repo:acme/slipway:environment:prod')).toBe(true);
    expect(admits(production, 'repo:acme@1001/slipway@2002:environment:prod')).toBe(true);
  });

  it.each([
    ['another environment', 'repo:acme/slipway:environment:dev'],
    ['a longer environment', 'repo:acme/slipway:environment:prod-2'],
    ['a branch', 'repo:acme/slipway:ref:refs/heads/main'],
    ['a pull request', 'repo:acme/slipway:pull_request'],
    ['a fork', 'repo:mallory/slipway:environment:prod'],
    ['a repository whose name begins alike', 'repo:acme/slipway-evil:environment:prod'],
    ['an owner whose name begins alike', 'repo:acme-evil/slipway:environment:prod'],
    ['the same names with the id of another owner', 'repo:acme@1002/slipway@2002:environment:prod'],
    ['the same names with the id of another repository', 'repo:acme@1001/slipway@20021:environment:prod'],
    ['half of the ids', 'repo:acme@1001/slipway:environment:prod'],
    ['other case', 'repo:Acme/slipway:environment:prod'],
    ['a pattern', 'repo:acme/slipway:*'],
    ['nothing', ''],
  ])('refuses %s', (_, sub) => {
    expect(admits(production, sub)).toBe(false);
  });

  it('refuses another branch, and a tag with the name of the branch', () => {
    const main = [{ branch: 'main' }] as const;
    expect(admits(main, 'repo:acme/slipway:ref:refs/heads/main')).toBe(true);
    expect(admits(main, 'repo:acme/slipway:ref:refs/heads/main2')).toBe(false);
    expect(admits(main, 'repo:acme/slipway:ref:refs/tags/main')).toBe(false);
  });

  describe('in one workflow of a branch', () => {
    const nightly = [{ branch: 'main', workflow: 'nightly.yml' }] as const;
    const MAIN = 'repo:acme/slipway:ref:refs/heads/main';

    it('admits its runs, in both forms of the subject', () => {
      const workflow = `${FILES}/nightly.yml@refs/heads/main`;
      expect(admits(nightly, MAIN, { workflow })).toBe(true);
      expect(admits(nightly, 'repo:acme@1001/slipway@2002:ref:refs/heads/main', { workflow })).toBe(true);
    });

    it.each([
      ['another workflow', `${FILES}/main.yml@refs/heads/main`],
      ['the same file of another branch', `${FILES}/nightly.yml@refs/heads/try`],
      ['the same file of a pull request', `${FILES}/nightly.yml@refs/pull/1/merge`],
      ['the same file of a tag', `${FILES}/nightly.yml@refs/tags/main`],
      ['a file of another repository', 'mallory/slipway/.github/workflows/nightly.yml@refs/heads/main'],
      ['a file below', `${FILES}/nightly.yml/nightly.yml@refs/heads/main`],
      ['none', ''],
    ])('refuses %s', (_, workflow) => {
      expect(admits(nightly, MAIN, { workflow })).toBe(false);
    });

    it('refuses its file where the run is of something else', () => {
      const workflow = `${FILES}/nightly.yml@refs/heads/main`;
      expect(admits(nightly, 'repo:acme/slipway:pull_request', { workflow })).toBe(false);
      expect(admits(nightly, 'repo:mallory/slipway:ref:refs/heads/main', { workflow })).toBe(false);
    });

    it('leaves other runs of the role as free as they are', () => {
      const both = [...nightly, { environment: 'prod' }] as const;
      expect(admits(both, 'repo:acme/slipway:environment:prod')).toBe(true);
      expect(admits(both, MAIN)).toBe(false);
      expect(gitHubTrust({ providerArn, ...acme, subjects: both }).Statement.map(({ Sid }) => Sid)).toEqual([
        'AllowGitHub',
        'AllowGitHub2',
      ]);
    });
  });

  it('refuses tokens for another audience, and of another provider', () => {
    const sub = 'repo:acme/slipway:environment:prod';
    expect(admits(production, sub, { aud: 'https://github.com/acme' })).toBe(false);
    expect(admits(production, sub, { provider: providerArn.replace('token.actions', 'token.evil') })).toBe(false);
  });

  it('treats a star in a name as a character, not as a pattern', () => {
    const star = [{ branch: 'release/*' }] as const;
    expect(admits(star, 'repo:acme/slipway:ref:refs/heads/release/1')).toBe(false);
  });

  it('admits nothing but the subjects it was made with, whatever else is asked', () => {
    const parts = fc.constantFrom(
      'repo:',
      'acme',
      '@1001',
      '/',
      'slipway',
      '@2002',
      ':environment:',
      'prod',
      '*',
      ':pull_request',
    );
    const made = gitHubSubjects({ ...acme, subjects: production });
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 9 }), (asked) => {
        expect(admits(production, asked.join(''))).toBe(made.includes(asked.join('')));
      }),
    );
  });

  it('refuses to be made without a subject, which would trust all of GitHub, or with something that is no provider', () => {
    expect(() => gitHubTrust({ providerArn, ...acme, subjects: [] })).toThrow('no subject to trust');
    const noProvider = { ...acme, providerArn: 'arn:aws:iam::1:role/x', subjects: [{ pullRequest: true }] } as const;
    expect(() => gitHubTrust(noProvider)).toThrow('"arn:aws:iam::1:role/x" is no OIDC provider');
  });
});
