import type { RepositoryAddress } from '@slipway/access';

/** An image that the registry kept, and its own words for why. */
export interface Undeleted {
  readonly digest: string;
  /** ECR's `ImageFailureCode`, such as `ImageReferencedByManifestList`. */
  readonly code: string;
  readonly reason: string;
}

/** Deletes images with all their tags. */
export interface ImageDeleter {
  /**
   * Deletes as many as it can. What is gone already counts as deleted, so that two at once and a second run do no harm.
   * @returns those that the registry kept
   * @throws Failure `aws-failed`, `repository-missing`
   */
  delete(repository: RepositoryAddress, digests: readonly string[]): Promise<readonly Undeleted[]>;
}
