import { hasErrors, under, type Finding } from '@slipway/findings';
import type { CiRoleSpec, CiSpec } from '../../spec/ci-spec.ts';
import type { EnvironmentSpec } from '../../spec/environment-spec.ts';
import { isAccount } from '../finding/grammar.ts';
import { environmentTag } from './environment-tag.ts';
import { github } from './github.ts';
import { grantedRoles, type GrantedRole } from './granted-roles.ts';
import { roleGrantFindings } from './role-grant-findings.ts';
import { roleNames } from './role-names.ts';
import { rolePolicies } from './role-policies.ts';
import { subjects } from './subjects.ts';
import { undeclaredRoles } from './undeclared-roles.ts';

/** What the bootstrap stack makes for CI, and whether the environment grants it anything. */
export function checkCi(environment: EnvironmentSpec): Finding[] {
  const { ci } = environment;
  if (ci === undefined) return [];
  const granted = grantedRoles(environment);
  const findings = under('ci', [
    ...github(ci.github),
    ...roleNames(ci.roles),
    ...ci.roles.flatMap((role) => checkRole(role, environment, granted)),
    ...undeclaredRoles(ci.roles, granted),
    ...environmentTag(environment),
  ]);
  // Policies are made of sound parts only: their makers throw on others.
  const sound = isAccount(environment.account) && !hasErrors(findings);
  return sound ? [...findings, ...under('ci', policies(ci, environment))] : findings;
}

function checkRole(
  role: CiRoleSpec,
  environment: EnvironmentSpec,
  granted: ReadonlyMap<string, GrantedRole>,
): Finding[] {
  return under(role.name, [...subjects(role), ...roleGrantFindings(role, { environment, granted })]);
}

function policies({ roles }: CiSpec, environment: EnvironmentSpec): Finding[] {
  return roles.flatMap((role) => under(role.name, rolePolicies(role, environment)));
}
