/** What a clean-up would delete, and what it leaves, each with the reason. `--out` writes it, `--apply` does exactly it. */
export interface CleanupPlan {
  readonly schemaVersion: 1;
  readonly report: 'cleanup-plan';
  readonly environment: string;
  /** 12 digits. */
  readonly account: string;
  /** When the registry was read, RFC 3339. */
  readonly at: string;
  readonly rules: CleanupRules;
  /** Sources that were not asked, by the user's wish: what only they know is not protected. */
  readonly without: readonly string[];
  /** By region and name. */
  readonly repositories: readonly RepositoryPlan[];
}

export interface CleanupRules {
  /** How many of the newest images stay in each line of tags, such as `v` or `dev`. */
  readonly keep: number;
  /** Images younger than this stay, in days; 1 at least. */
  readonly olderThanDays: number;
}

export interface RepositoryPlan {
  readonly region: string;
  readonly repository: string;
  readonly go: readonly ImageDecision[];
  readonly stay: readonly ImageDecision[];
  /** What could not be learned about images, in words. */
  readonly warnings: readonly string[];
}

/** What is to become of one image. */
export interface ImageDecision {
  readonly digest: string;
  /** Sorted. */
  readonly tags: readonly string[];
  /** RFC 3339. */
  readonly pushedAt: string;
  /** As ECR reports it. Left out where it doesn't. */
  readonly bytes?: number;
  /** Why, in words. */
  readonly because: string;
}
