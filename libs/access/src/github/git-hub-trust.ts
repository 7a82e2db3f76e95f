import { sortedUnique } from '../collection/sorted-unique.ts';
import type { PolicyDocument } from '../policy/policy-document.ts';

export interface GitHubTrustOptions {
  /** ARN of the account's OIDC provider, such as `arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com`. */
  readonly providerArn: string;
  /** Exact `sub`s, made by `gitHubSubjects`. At least one. */
  readonly subjects: readonly string[];
}

/** What `aws-actions/configure-aws-credentials` asks GitHub's tokens to be for. */
const AUDIENCE = 'sts.amazonaws.com';

/**
 * Who may assume a role: runs whose token has one of these subjects, compared exactly.
 * @throws Error when there is no subject: a trust policy without one would admit every repository of GitHub
 */
export function gitHubTrust({ providerArn, subjects }: GitHubTrustOptions): PolicyDocument {
  if (subjects.length === 0) throw new Error(`no subject to trust through "${providerArn}": give at least one`);
  const issuer = issuerOf(providerArn);
  return {
    Version: '2012-10-17',
    Statement: [
      {
        Sid: 'AllowGitHub',
        Effect: 'Allow',
        Principal: { Federated: providerArn },
        Action: 'sts:AssumeRoleWithWebIdentity',
        Condition: { StringEquals: { [`${issuer}:aud`]: AUDIENCE, [`${issuer}:sub`]: sortedUnique(subjects) } },
      },
    ],
  };
}

/** Keys of conditions begin with the issuer as the provider is named after it. */
function issuerOf(providerArn: string): string {
  const issuer = /^arn:[^:]+:iam::\d{12}:oidc-provider\/(.+)$/.exec(providerArn)?.[1];
  if (issuer === undefined) {
    throw new Error(
      `"${providerArn}" is no OIDC provider: write "arn:aws:iam::<12 digits>:oidc-provider/<issuer without https://>"`,
    );
  }
  return issuer;
}
