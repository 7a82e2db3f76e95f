import { MOST_POLICY_CHARACTERS, policySize, repositoryPolicy, type Grant, type Principal } from '@slipway/access';
import { error, type LocalFinding } from '@slipway/findings';

/** More than any statement for one principal has beside the principal's name, so that few grants need not be rendered. */
const MOST_CHARACTERS_OF_STATEMENT = 1_000;

/** Characters of the repository policy that the grants make. */
export function accessPolicySize(grants: readonly Grant[], account: string): LocalFinding[] {
  if (mostCharacters(grants) <= MOST_POLICY_CHARACTERS) return [];
  const policy = repositoryPolicy(grants, { account });
  const size = policy === undefined ? 0 : policySize(policy);
  if (size <= MOST_POLICY_CHARACTERS) return [];
  return [
    error('repository-policy-size', {
      message: `the repository policy would have "${size}" characters; ECR takes ${MOST_POLICY_CHARACTERS}`,
      fix: 'grant organization(...) or awsAccount(...) instead of many roles',
      source: 'ECR API reference, SetRepositoryPolicy: policyText',
    }),
  ];
}

function mostCharacters(grants: readonly Grant[]): number {
  return grants.reduce((most, { principal }) => most + MOST_CHARACTERS_OF_STATEMENT + nameLength(principal), 0);
}

function nameLength(principal: Principal): number {
  if (principal.kind === 'role') return principal.name.length;
  return principal.kind === 'organization' ? (principal.path ?? principal.id).length : 0;
}
