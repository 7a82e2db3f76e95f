import { MOST_POLICY_CHARACTERS, policySize, type PolicyDocument } from '@slipway/access';
import { error, warning, type LocalFinding } from '@slipway/findings';
import { ciRolePolicies } from '../../ci/ci-role-policies.ts';
import type { CiRoleSpec } from '../../spec/ci-spec.ts';
import type { EnvironmentSpec } from '../../spec/environment-spec.ts';

/** The quota as it is, and the most that AWS raises it to. */
const TRUST_CHARACTERS = { quota: 2_048, most: 8_192 };
const SOURCE = 'IAM user guide, "IAM and AWS STS quotas"';

/** Characters of a role's trust and permissions, as far as this environment grants them. */
export function rolePolicies(role: CiRoleSpec, environment: EnvironmentSpec): LocalFinding[] {
  const { trust, permissions } = ciRolePolicies(role, environment, [environment]);
  return [...trustSize(trust), ...permissionsSize(permissions)];
}

function trustSize(trust: PolicyDocument): LocalFinding[] {
  const size = policySize(trust);
  if (size <= TRUST_CHARACTERS.quota) return [];
  const statement = {
    message: `the trust policy would have "${size}" characters; IAM takes ${TRUST_CHARACTERS.quota}, and ${TRUST_CHARACTERS.most} where the quota is raised`,
    fix: 'name fewer subjects: one GitHub environment stands for many branches',
    source: SOURCE,
  };
  return [size > TRUST_CHARACTERS.most ? error('ci-trust-size', statement) : warning('ci-trust-size', statement)];
}

function permissionsSize(permissions: PolicyDocument): LocalFinding[] {
  const size = policySize(permissions);
  if (size <= MOST_POLICY_CHARACTERS) return [];
  return [
    error('ci-permissions-size', {
      message: `the permissions would have "${size}" characters; IAM takes ${MOST_POLICY_CHARACTERS} in the inline policies of a role`,
      fix: 'split the repositories between several roles',
      source: SOURCE,
    }),
  ];
}
