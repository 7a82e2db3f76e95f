import { ciRolePolicy, gitHubSubjects, gitHubTrust, repositoryArn, type PolicyDocument } from '@slipway/access';
import type { CiRoleSpec } from '../spec/ci-spec.ts';
import type { EnvironmentSpec } from '../spec/environment-spec.ts';
import { replicaRegions } from '../replicas/replica-regions.ts';
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
 */
export function ciRolePolicies(
  role: CiRoleSpec,
  environment: EnvironmentSpec,
  environments: readonly EnvironmentSpec[],
): CiRolePolicies {
  const subjects = subjectsOf(role, environment);
  return {
    trust: gitHubTrust({ providerArn: gitHubProviderArn(environment.account), subjects }),
    subjects,
    permissions: permissionsOf(role, environment, environments),
  };
}

/** ARN of an account's OIDC provider for GitHub: there can be only one. */
export function gitHubProviderArn(account: string): string {
  return `arn:aws:iam::${account}:oidc-provider/${GITHUB_ISSUER}`;
}

function subjectsOf({ subjects }: CiRoleSpec, { ci }: EnvironmentSpec): readonly string[] {
  if (ci === undefined) return [];
  const { owner, repository } = ci.github;
  return gitHubSubjects({
    owner,
    repository,
    ...(ci.github.ids === undefined ? {} : { ids: ci.github.ids }),
    subjects,
  });
}

function permissionsOf(
  role: CiRoleSpec,
  environment: EnvironmentSpec,
  environments: readonly EnvironmentSpec[],
): PolicyDocument {
  const { name, verb } = role;
  const { account, state } = environment;
  const granted = roleGrants({ name, account }, environments);
  return ciRolePolicy({
    verb,
    environment: environment.name,
    account,
    regions: regionsOf(environment),
    state: { bucket: state.bucket, key: stateKey(environment.name) },
    repositories: granted.map(({ repository, ...grant }) => ({
      arn: repositoryArn({ account: grant.account, region: grant.region, name: repository }),
      access: grant.access,
    })),
    ledgers: ledgersOf(role, environment, environments),
    ownedRoleNames: [templateRoleName(environment.name)],
    topics: environment.registries.flatMap(({ notifications }) =>
      notifications === undefined ? [] : [notifications.topic],
    ),
    publicRepositories: (environment.publicRepositories ?? []).map((repository) => repository.name),
    enhancedScanning: environment.registries.some(({ scanning }) => scanning.type === 'enhanced'),
  });
}

/** Regions of the registries, and those of their replicas in the own account. */
function regionsOf({ account, registries }: EnvironmentSpec): readonly string[] {
  const regions = registries.flatMap((registry) => [registry.region, ...replicaRegions(registry, account)]);
  return [...new Set(regions)].sort();
}
