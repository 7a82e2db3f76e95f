import { accessMatrix, gitHubActionsRole } from '@slipway/access';
import type { AccessMatrix, AccessRow, MatrixRole } from '@slipway/access';
import { ciRolePolicies, grantsOf } from '@slipway/environments';
import type { EnvironmentSpec } from '@slipway/environments';
import type { Finding } from '@slipway/findings';
import type { RepositoryPlace } from '@slipway/ecr-inventory';

/** Who may do what with the repositories of an environment. Printed as it is by `--json`. */
export interface AccessReport {
  readonly schemaVersion: 1;
  readonly report: 'access';
  readonly environment: string;
  /** 12 digits. */
  readonly account: string;
  /** By region and repository, then by principal. */
  readonly rows: readonly AccessRow[];
  readonly nobodyElse: AccessMatrix['nobodyElse'];
  /** Names of repositories that everyone can pull from, without a login. */
  readonly publicRepositories: readonly string[];
  /** Where the policies in force differ from the specs. Left out where nobody looked. */
  readonly live?: LiveComparison;
}

export interface LiveComparison {
  /** Repositories whose policy was compared. */
  readonly compared: number;
  readonly findings: readonly Finding[];
}

export interface AccessQuestion {
  readonly environment: EnvironmentSpec;
  /** All of them: roles of other environments are let in, too. */
  readonly environments: readonly EnvironmentSpec[];
  readonly places: readonly RepositoryPlace[];
  /** Only principals whose words hold this, in any case. @default all */
  readonly principal?: string;
}

/** The matrix of the specs, from the same grants and role policies that Terraform is given. */
export function accessReport({ environment, environments, places, principal = '' }: AccessQuestion): AccessReport {
  const { rows, nobodyElse } = accessMatrix({
    account: environment.account,
    repositories: places.map(({ name, region, spec }) => ({ name, region, grants: grantsOf(spec.access) })),
    roles: environments.flatMap((other) => rolesOf(other, environments)),
  });
  return {
    schemaVersion: 1,
    report: 'access',
    environment: environment.name,
    account: environment.account,
    rows: rows.filter((row) => row.principal.toLowerCase().includes(principal.toLowerCase())),
    nobodyElse,
    publicRepositories: (environment.publicRepositories ?? []).map(({ name }) => name),
  };
}

function rolesOf(environment: EnvironmentSpec, environments: readonly EnvironmentSpec[]): MatrixRole[] {
  return (environment.ci?.roles ?? []).map((role) => {
    const { permissions, subjects } = ciRolePolicies(role, environment, environments);
    const principal = gitHubActionsRole(role.name, environment.account);
    return { principal, policies: [permissions], assumedBy: subjects };
  });
}
