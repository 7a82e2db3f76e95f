import type { Undeleted } from '../../cleanup/image-deleter.ts';

/** What applying a plan did. */
export interface CleanupResult {
  readonly schemaVersion: 1;
  readonly report: 'cleanup-result';
  readonly environment: string;
  /** 12 digits. */
  readonly account: string;
  /** RFC 3339. */
  readonly at: string;
  readonly repositories: readonly RepositoryResult[];
}

export interface RepositoryResult {
  readonly region: string;
  readonly repository: string;
  /** Digests, in the order in which they were deleted. */
  readonly deleted: readonly string[];
  /** Digests of the plan that were gone before. */
  readonly gone: readonly string[];
  /** Images that the registry kept. */
  readonly kept: readonly Undeleted[];
}
