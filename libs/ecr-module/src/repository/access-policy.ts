import { MOST_POLICY_CHARACTERS, renderPolicyDocument, repositoryPolicy, type Grant } from '@slipway/access';

/**
 * The text of a repository policy: the same grants in any order, repeated or not, give the same characters.
 * `undefined` when nobody was granted anything.
 */
export function accessPolicyText(grants: readonly Grant[], account: string): string | undefined {
  const document = repositoryPolicy(grants, { account });
  return document === undefined ? undefined : renderPolicyDocument(document);
}

/** Why ECR would refuse the text. Source of the limit: Amazon ECR, SetRepositoryPolicy, `policyText`. */
export function policyProblems(text: string): string[] {
  if (text.length <= MOST_POLICY_CHARACTERS) return [];
  return [
    `the repository policy has "${text.length}" characters, and ECR takes ${MOST_POLICY_CHARACTERS}: grant an organisation, one of its units or an account instead of many roles`,
  ];
}
