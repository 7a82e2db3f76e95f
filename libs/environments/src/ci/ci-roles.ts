import type { CiRoleSpec, GitHubSpec } from '../spec/ci-spec.ts';

/** The repository whose workflows deploy. Its numbers are what GitHub's API shows as `id` of the owner and the repository. */
export const github = {
  owner: 'acme',
  repository: 'slipway',
  ids: { owner: 1_001_001, repository: 2_002_002 },
  provider: 'create',
} as const satisfies GitHubSpec;

/**
 * The roles of one environment: plans are made for pull requests and main, and the nightly workflow looks at images without anybody's approval;
 * everything that changes something needs the GitHub environment of its name.
 */
export function ciRoles(environment: string, images: 'push' | 'promote'): CiRoleSpec[] {
  const subjects = [{ environment }] as const;
  return [
    { name: 'slipway-plan', verb: 'plan', subjects: [{ pullRequest: true }, { branch: 'main' }, { environment }] },
    { name: 'slipway-apply', verb: 'apply', subjects },
    { name: 'mlops-cicd-role', verb: images, subjects },
    { name: 'github-actions-role', verb: images, subjects },
    { name: 'slipway-audit', verb: 'audit', subjects: [{ branch: 'main', workflow: 'nightly.yml' }] },
  ];
}
