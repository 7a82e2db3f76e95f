import { warning, type LocalFinding } from '@slipway/findings';
import type { CiRoleSpec } from '../../spec/ci-spec.ts';
import type { EnvironmentSpec } from '../../spec/environment-spec.ts';
import type { GrantedRole } from './granted-roles.ts';

export interface GrantPlace {
  readonly environment: EnvironmentSpec;
  readonly granted: ReadonlyMap<string, GrantedRole>;
}

/** Whether what a role is for is what the environment lets it do. */
export function roleGrantFindings(role: CiRoleSpec, { environment, granted }: GrantPlace): LocalFinding[] {
  return [...pushesNowhere(role, granted), ...pushesToProduction(role, environment)];
}

function pushesNowhere({ name, verb }: CiRoleSpec, granted: ReadonlyMap<string, GrantedRole>): LocalFinding[] {
  if ((verb !== 'push' && verb !== 'promote') || granted.get(name)?.pushes === true) return [];
  return [
    warning('ci-role-unused', {
      message: `the role "${name}" is made to ${verb}, and no repository lets it push`,
      fix: `grant it pullPush with gitHubActionsRole('${name}'), or leave the role out`,
    }),
  ];
}

function pushesToProduction({ verb }: CiRoleSpec, { deletion }: EnvironmentSpec): LocalFinding[] {
  if (verb !== 'push' || deletion !== 'protected') return [];
  return [
    warning('ci-push-in-production', {
      message:
        'has the verb "push" in a protected environment: images could get there that no other environment tested',
      fix: "use 'promote', which takes what the environment before has",
    }),
  ];
}
