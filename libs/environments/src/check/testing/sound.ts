import { gitHubActionsRole, iamRole } from '@slipway/access';
import { expireAfterDays, keepNewest, tagged, untagged } from '@slipway/lifecycle';
import type { CiRoleSpec, CiSpec } from '../../spec/ci-spec.ts';
import { aes256 } from '../../spec/encryption-spec.ts';
import type { EnvironmentSpec } from '../../spec/environment-spec.ts';
import type { PublicRepositorySpec } from '../../spec/public-repository-spec.ts';
import type { RegistrySpec } from '../../spec/registry-spec.ts';
import type { RepositorySpec } from '../../spec/repository-spec.ts';
import { immutableExcept } from '../../spec/tag-mutability.ts';
import { checkEnvironment } from '../check-environment.ts';

/** Parts of specs without a finding, for tests that change one thing, and the same parts with that change checked. */
export const account = '111122223333';
export const otherAccount = '444455556666';

export const repository: RepositorySpec = {
  name: 'team/api',
  tagMutability: immutableExcept('latest'),
  encryption: aes256(),
  scanOnPush: true,
  lifecycle: [keepNewest(5, tagged('v')), expireAfterDays(1, untagged())],
  access: { pull: [iamRole('eks-node-role')], pullPush: [gitHubActionsRole('ci-push')] },
  movingTags: ['latest'],
};

export const registry: RegistrySpec = {
  region: 'us-east-1',
  scanning: { type: 'basic' },
  repositories: [repository],
};

export const role: CiRoleSpec = { name: 'ci-push', verb: 'push', subjects: [{ environment: 'test' }] };

export const ci: CiSpec = {
  github: { owner: 'acme', repository: 'slipway', ids: { owner: 1, repository: 2 }, provider: 'create' },
  roles: [role],
};

/** Without CI. */
export const bare: EnvironmentSpec = {
  name: 'test',
  account,
  region: 'us-east-1',
  state: { bucket: 'state-111122223333', region: 'us-east-1' },
  models: { bucket: 'models-111122223333', region: 'us-east-1' },
  deletion: 'disposable',
  tags: { Environment: 'test' },
  registries: [registry],
};

export const environment: EnvironmentSpec = { ...bare, ci };

/** What makes the environment a protected one. */
export const production = {
  deletion: 'protected',
  ci: { ...ci, roles: [{ ...role, verb: 'promote' }] },
} as const satisfies Partial<EnvironmentSpec>;

export const publicRepository: PublicRepositorySpec = { name: 'tools/cli', description: 'the command line' };

/** A repository without moving tags, as protected environments have it. */
export const pinned: RepositorySpec = { ...repository, tagMutability: { mode: 'IMMUTABLE' }, movingTags: [] };

export const withEnvironment = (change: Partial<EnvironmentSpec>): EnvironmentSpec => ({ ...environment, ...change });
export const withRegistry = (change: Partial<RegistrySpec>, rest: Partial<EnvironmentSpec> = {}): EnvironmentSpec =>
  withEnvironment({ registries: [{ ...registry, ...change }], ...rest });
export const withRepository = (change: Partial<RepositorySpec>, rest: Partial<EnvironmentSpec> = {}): EnvironmentSpec =>
  withRegistry({ repositories: [{ ...repository, ...change }] }, rest);
export const withPublic = (change: Partial<PublicRepositorySpec>): EnvironmentSpec =>
  withEnvironment({ publicRepositories: [{ ...publicRepository, ...change }] });
export const withRole = (change: Partial<CiRoleSpec>): EnvironmentSpec =>
  withEnvironment({ ci: { ...ci, roles: [{ ...role, ...change }] } });

/** What a check of the spec finds, as `severity rule`. */
export function found(spec: EnvironmentSpec): string[] {
  return checkEnvironment(spec).map(({ severity, rule }) => `${severity} ${rule}`);
}

/** A rule, a spec that it is about, and one close to it that passes. */
export type RuleCase = readonly [
  finding: `${'error' | 'warning'} ${string}`,
  bites: EnvironmentSpec,
  passes: EnvironmentSpec,
];
