import { describe, expect, it } from '@jest/globals';
import { gitHubActionsRole, iamRole } from '@slipway/access';
import type { GitHubSpec, GitHubSubject } from '../../spec/ci-spec.ts';
import { ruleTable } from '../testing/rule-table.ts';
import {
  bare,
  ci,
  found,
  pinned,
  production,
  registry,
  repository,
  role,
  withEnvironment,
  withRegistry,
  withRepository,
  withRole,
} from '../testing/sound.ts';

const withGitHub = (change: Partial<GitHubSpec>) =>
  withEnvironment({ ci: { ...ci, github: { ...ci.github, ...change } } });
const roles = (...names: readonly string[]) =>
  withEnvironment({ ci: { ...ci, roles: [role, ...names.map((name) => ({ ...role, name, verb: 'plan' as const }))] } });
const applied = { ci: { ...ci, roles: [role, { ...role, name: 'apply', verb: 'apply' }] } } as const;
const subject = (one: GitHubSubject) => withRole({ subjects: [one] });
const branches = (count: number) => Array.from({ length: count }, (_, index) => ({ branch: `release/${index}` }));
const numbered = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ ...repository, name: `team/api-${index}` }));

describe('rules of ci', () => {
  ruleTable([
    ['error github-owner', withGitHub({ owner: 'acme/slipway' }), withGitHub({ owner: 'acme-1_emu' })],
    ['error github-repository', withGitHub({ repository: '*' }), withGitHub({ repository: '.github' })],
    [
      'error github-id',
      withGitHub({ ids: { owner: 0, repository: 2 } }),
      withGitHub({ ids: { owner: 3, repository: 2 } }),
    ],
    [
      'error ci-environment-tag',
      withRegistry({ key: { alias: 'a', deletionWindowDays: 7 } }, { ...applied, tags: { Environment: 'dev' } }),
      withRegistry({ key: { alias: 'a', deletionWindowDays: 7 } }, applied),
    ],
    ['error ci-role-name', roles('a b'), roles('a+b=c,d.e@f-g_h')],
    ['error ci-role-repeated', roles('CI-push'), roles('ci-plan')],
    [
      'error ci-subjects-empty',
      withRole({ subjects: [] as unknown as [GitHubSubject] }),
      subject({ pullRequest: true }),
    ],
    ['error ci-subject', subject({ branch: 'release/*' }), subject({ branch: 'release/1.x' })],
    [
      'error ci-subject-repeated',
      withRole({ subjects: [{ branch: 'main' }, { branch: 'main' }] }),
      withRole({ subjects: [{ branch: 'main' }, { tag: 'main' }] }),
    ],
    [
      'warning ci-role-unused',
      withRepository({ access: { pull: [gitHubActionsRole('ci-push')] } }),
      withRepository({ access: { push: [iamRole('ci-push', '111122223333')] } }),
    ],
    [
      'warning ci-role-not-declared',
      withRepository({ access: { ...repository.access, pull: [gitHubActionsRole('deploy')] } }),
      withRepository({
        access: { ...repository.access, pull: [gitHubActionsRole('deploy', '444455556666'), iamRole('nodes')] },
      }),
    ],
    [
      'warning ci-push-in-production',
      withRegistry({ repositories: [pinned] }, { deletion: 'protected' }),
      withRegistry({ repositories: [pinned] }, production),
    ],
    [
      'warning ci-trust-size',
      withRole({ subjects: [{ branch: 'main' }, ...branches(30)] }),
      withRole({ subjects: [{ branch: 'main' }, ...branches(10)] }),
    ],
    [
      'error ci-permissions-size',
      withRegistry({ repositories: numbered(200) }),
      withRegistry({ repositories: numbered(20) }),
    ],
  ]);

  it.each(['*', 'a..b', '/main', 'main/', 'refs/heads/main', 'a b', 'a~1', 'x.lock', '.x', '', 'a@{1}'])(
    'refuses the branch "%s"',
    (branch) => {
      expect(found(subject({ branch }))).toEqual(['error ci-subject']);
    },
  );

  it.each(['*', 'prod*', ' ', '', 'e'.repeat(256)])('refuses the environment "%s"', (environment) => {
    expect(found(subject({ environment }))).toEqual(['error ci-subject']);
  });

  it.each(['*.yml', '*', '', 'nightly', 'below/nightly.yml', '../nightly.yml', 'a.yml@refs/heads/x', 'a.yml\n'])(
    'refuses the workflow "%s"',
    (workflow) => {
      expect(found(subject({ branch: 'main', workflow }))).toEqual(['error ci-subject']);
    },
  );

  it('takes one workflow of a branch beside another one', () => {
    const subjects = [
      { branch: 'main', workflow: 'nightly.yml' },
      { branch: 'main', workflow: 'main.yaml' },
    ] as const;
    expect(found(withRole({ subjects }))).toEqual([]);
  });

  it('refuses a trust policy that no raised quota takes', () => {
    expect(found(withRole({ subjects: [{ branch: 'main' }, ...branches(150)] }))).toEqual(['error ci-trust-size']);
  });

  it('counts pushes to public repositories, and says nothing where CI is none of the environment', () => {
    const pushing = { name: 'tools/cli', description: '', push: [gitHubActionsRole('ci-push')] };
    const access = {};
    expect(found(withRepository({ access }, { publicRepositories: [pushing] }))).toEqual([]);
    const elsewhere = { ...repository, access: { pull: [gitHubActionsRole('elsewhere')] } };
    expect(found({ ...bare, registries: [{ ...registry, repositories: [elsewhere] }] })).toEqual([]);
  });
});
