import type { RolePrincipal } from '@slipway/access';
import { grantsOf } from '../../grants-of.ts';
import type { EnvironmentSpec } from '../../spec/environment-spec.ts';

/** What the environment grants to roles of its own account, by the role's name. */
export interface GrantedRole {
  readonly pushes: boolean;
  readonly gitHubActions: boolean;
  /** The first repository that grants it something. */
  readonly at: string;
}

/** Roles of the environment's own account that any of its repositories, private or public, grants something. */
export function grantedRoles({
  account,
  registries,
  publicRepositories = [],
}: EnvironmentSpec): Map<string, GrantedRole> {
  const roles = new Map<string, GrantedRole>();
  const note = (role: RolePrincipal, pushes: boolean, at: string) => {
    if ((role.account ?? account) !== account) return;
    const known = roles.get(role.name);
    roles.set(role.name, {
      pushes: pushes || known?.pushes === true,
      gitHubActions: role.purpose === 'github-actions' || known?.gitHubActions === true,
      at: known?.at ?? at,
    });
  };
  for (const { region, repositories } of registries) {
    for (const { name, access } of repositories) {
      for (const { principal, access: level } of grantsOf(access))
        if (principal.kind === 'role') note(principal, level === 'push' || level === 'pullPush', `${region} / ${name}`);
    }
  }
  for (const { name, push = [] } of publicRepositories)
    for (const principal of push) if (principal.kind === 'role') note(principal, true, `public / ${name}`);
  return roles;
}
