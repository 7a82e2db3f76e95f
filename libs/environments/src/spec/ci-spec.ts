/** What an account needs for CI before its first deploy; `apps/bootstrap` makes it. */
export interface CiSpec {
  readonly github: GitHubSpec;
  readonly roles: readonly CiRoleSpec[];
}

/** The repository whose workflows may assume the roles. */
export interface GitHubSpec {
  /** User or organisation, such as `acme`. */
  readonly owner: string;
  readonly repository: string;
  /** Numbers that GitHub never gives again: its tokens then say `acme@1/slipway@2`, and both forms are trusted exactly. @default names only */
  readonly ids?: { readonly owner: number; readonly repository: number };
  /** `create`: this account has no provider for GitHub yet. `existing`: it has one, which is left alone. */
  readonly provider: 'create' | 'existing';
}

/** One role for one verb. */
export interface CiRoleSpec {
  /** 1 to 64 characters (IAM CreateRole). */
  readonly name: string;
  readonly verb: CiVerb;
  /** Which runs may assume it: exact, never with `*`. */
  readonly subjects: readonly [GitHubSubject, ...GitHubSubject[]];
}

/**
 * `plan`: read everything that a plan reads, change nothing. `apply`: change registries and repositories, push nothing.
 * `push`: push to and pull from the repositories that grant it, read and start scans. `promote`: push to the repositories that grant it, and pull
 * from those of other environments and read their scans, as far as they grant it. `audit`: read the images of the containers, their scans and the
 * ledger, and start scans; change nothing.
 */
export type CiVerb = 'plan' | 'apply' | 'push' | 'promote' | 'audit';

/** What a run of a workflow runs for: the `sub` of its GitHub token after the repository. */
export type GitHubSubject =
  | { readonly environment: string }
  | {
      readonly branch: string;
      /** File in `.github/workflows`, such as `nightly.yml`: no other workflow of the branch. @default any workflow */
      readonly workflow?: string;
    }
  | { readonly tag: string }
  | { readonly pullRequest: true };
