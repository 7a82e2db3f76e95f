import type { PolicyDocument } from './policy-document.ts';
import { renderPolicyDocument } from './render-policy-document.ts';

/** Characters of a repository or registry policy (ECR API reference, SetRepositoryPolicy), and of a role's inline policies together (IAM quotas). */
export const MOST_POLICY_CHARACTERS = 10_240;

/** Characters of the document's text. */
export function policySize(document: PolicyDocument): number {
  return renderPolicyDocument(document).length;
}
