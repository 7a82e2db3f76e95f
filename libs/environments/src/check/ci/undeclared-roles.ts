import { warning, type LocalFinding } from '@slipway/findings';
import type { CiRoleSpec } from '../../spec/ci-spec.ts';
import type { GrantedRole } from './granted-roles.ts';

/** Roles of GitHub Actions that repositories grant something, and that the bootstrap stack does not make. */
export function undeclaredRoles(
  roles: readonly CiRoleSpec[],
  granted: ReadonlyMap<string, GrantedRole>,
): LocalFinding[] {
  const declared = new Set(roles.map(({ name }) => name));
  return [...granted]
    .filter(([name, { gitHubActions }]) => gitHubActions && !declared.has(name))
    .map(([name, { at }]) =>
      warning('ci-role-not-declared', {
        message: `the role "${name}" of GitHub Actions is granted access (first at "${at}"), and ci.roles does not declare it, so nobody makes it`,
        fix: 'declare it in ci.roles, or grant a role that is there with iamRole()',
        source: 'ECR API reference, SetRepositoryPolicy: a principal that does not exist is refused',
      }),
    );
}
