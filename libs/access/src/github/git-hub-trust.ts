import { groupBy } from '../collection/group-by.ts';
import type { PolicyDocument, PolicyStatement } from '../policy/policy-document.ts';
import { gitHubSubjects, workflowOf } from './git-hub-subjects.ts';
import type { GitHubRun, GitHubSubjectsOptions } from './git-hub-subjects.ts';

export interface GitHubTrustOptions extends GitHubSubjectsOptions {
  /** ARN of the account's OIDC provider, such as `arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com`. */
  readonly providerArn: string;
}

/** What `aws-actions/configure-aws-credentials` asks GitHub's tokens to be for. */
const AUDIENCE = 'sts.amazonaws.com';

/**
 * Who may assume a role: these runs, their subjects and workflows compared exactly. STS compares `job_workflow_ref` since January 2026 (AWS What's New,
 * "AWS STS now supports validation of select identity provider specific claims"); a token without it is refused.
 * @throws Error when there is no run: a trust policy without one would admit every repository of GitHub
 */
export function gitHubTrust(options: GitHubTrustOptions): PolicyDocument {
  const { providerArn, subjects } = options;
  if (subjects.length === 0) throw new Error(`no subject to trust through "${providerArn}": give at least one`);
  const groups = groupBy(subjects, (run) => workflowOf(run, options) ?? '');
  return { Version: '2012-10-17', Statement: groups.map((runs, index) => allowRuns(runs, index, options)) };
}

/** Runs of one workflow, or of any. */
function allowRuns(
  runs: readonly [GitHubRun, ...GitHubRun[]],
  index: number,
  options: GitHubTrustOptions,
): PolicyStatement {
  const issuer = issuerOf(options.providerArn);
  const workflow = workflowOf(runs[0], options);
  return {
    Sid: `AllowGitHub${index === 0 ? '' : index + 1}`,
    Effect: 'Allow',
    Principal: { Federated: options.providerArn },
    Action: 'sts:AssumeRoleWithWebIdentity',
    Condition: {
      StringEquals: {
        [`${issuer}:aud`]: AUDIENCE,
        [`${issuer}:sub`]: gitHubSubjects({ ...options, subjects: runs }),
        ...(workflow === undefined ? {} : { [`${issuer}:job_workflow_ref`]: workflow }),
      },
    },
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
