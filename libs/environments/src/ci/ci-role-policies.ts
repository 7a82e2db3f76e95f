import { ciRolePolicy, gitHubSubjects, gitHubTrust, repositoryArn } from '@slipway/access';
import type { GitHubSubjectsOptions, GrantedRepository, PolicyDocument } from '@slipway/access';
import type { CiRoleSpec, CiSpec } from '../spec/ci-spec.ts';
import type { EnvironmentSpec } from '../spec/environment-spec.ts';
import { replicaRegions } from '../replicas/replica-regions.ts';
import { auditedRepositories } from './audited-repositories.ts';
import { ledgersOf } from './ledgers-of.ts';
import { roleGrants } from './role-grants.ts';
import { stateKey } from './state-key.ts';
import { templateRoleName } from './template-role-name.ts';

/** Host and path of GitHub's token issuer: the name of an account's OIDC provider for it. */
const GITHUB_ISSUER = 'token.actions.githubusercontent.com';

export interface CiRolePolicies {
  /** Who may assume the role. */
  readonly trust: PolicyDocument;
  /** The `sub`s that the trust admits. */
  readonly subjects: readonly string[];
  /** What the role may do. */
  readonly permissions: PolicyDocument;
}

/**
 * The policies of one CI role: what the bootstrap stack makes, and what the access matrix shows.
 * @param environments all of them: a promotion pulls from the environment before
 * @throws Error for an environment without CI
 */
export function ciRolePolicies(
  role: CiRoleSpec,
  environment: EnvironmentSpec,
  environments: readonly EnvironmentSpec[],
): CiRolePolicies {
  const { name, ci } = environment;
  if (ci === undefined) throw new Error(`the environment "${name}" has no ci, and so no role "${role.name}"`);
  const runs = runsOf(role, ci);
  return {
    trust: gitHubTrust({ providerArn: gitHubProviderArn(environment.account), ...runs }),
    subjects: gitHubSubjects(runs),
    permissions: permissionsOf(role, environment, environments),
  };
}

/** ARN of an account's OIDC provider for GitHub: there can be only one. */
export function gitHubProviderArn(account: string): string {
  return `arn:aws:iam::${account}:oidc-provider/${GITHUB_ISSUER}`;
}

function runsOf({ subjects }: CiRoleSpec, { github }: CiSpec): GitHubSubjectsOptions {
  const { owner, repository, ids } = github;
  return { owner, repository, ...(ids === undefined ? {} : { ids }), subjects };
}

function permissionsOf(
  role: CiRoleSpec,
  environment: EnvironmentSpec,
  environments: readonly EnvironmentSpec[],
): PolicyDocument {
  const { verb } = role;
  const { account, state } = environment;
  return ciRolePolicy({
    verb,
    environment: environment.name,
    account,
    regions: regionsOf(environment),
    state: { bucket: state.bucket, key: stateKey(environment.name) },
    repositories:
      verb === 'audit' ? auditedRepositories(environment) : grantedRepositories(role, account, environments),
    ledgers: ledgersOf(role, environment, environments),
    ownedRoleNames: [templateRoleName(environment.name)],
    topics: environment.registries.flatMap(({ notifications }) =>
      notifications === undefined ? [] : [notifications.topic],
    ),
    publicRepositories: (environment.publicRepositories ?? []).map((repository) => repository.name),
    enhancedScanning: environment.registries.some(({ scanning }) => scanning.type === 'enhanced'),
  });
}

function grantedRepositories(
  { name }: CiRoleSpec,
  account: string,
  environments: readonly EnvironmentSpec[],
): GrantedRepository[] {
  return roleGrants({ name, account }, environments).map(({ repository, access, ...place }) => ({
    arn: repositoryArn({ account: place.account, region: place.region, name: repository }),
    access,
  }));
}

/** Regions of the registries, and those of their replicas in the own account. */
function regionsOf({ account, registries }: EnvironmentSpec): readonly string[] {
  const regions = registries.flatMap((registry) => [registry.region, ...replicaRegions(registry, account)]);
  return [...new Set(regions)].sort();
}
