import type { AccessLevel, Principal } from '@slipway/access';
import { grantsOf } from '../grants-of.ts';
import type { EnvironmentSpec } from '../spec/environment-spec.ts';

/** What a role may do with one repository, of its own account or of another. */
export interface RoleGrant {
  readonly account: string;
  readonly region: string;
  readonly repository: string;
  readonly access: AccessLevel;
}

export interface RoleInAccount {
  readonly name: string;
  /** 12 digits. */
  readonly account: string;
}

/** Everything that any of the environments grants to a role. */
export function roleGrants(role: RoleInAccount, environments: readonly EnvironmentSpec[]): RoleGrant[] {
  return environments.flatMap(({ account, registries }) =>
    registries.flatMap(({ region, repositories }) =>
      repositories.flatMap(({ name: repository, access }) =>
        grantsOf(access)
          .filter(({ principal }) => isRole(principal, role, account))
          .map((grant) => ({ account, region, repository, access: grant.access })),
      ),
    ),
  );
}

function isRole(principal: Principal, role: RoleInAccount, account: string): boolean {
  return principal.kind === 'role' && principal.name === role.name && (principal.account ?? account) === role.account;
}
