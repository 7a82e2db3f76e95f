import type { Digest } from '@slipway/images';
import type { Finding } from '@slipway/findings';

/** What the registry holds against what it should, as `verify --json` prints it. */
export interface VerifyReport {
  readonly schemaVersion: 1;
  readonly report: 'verify';
  readonly environment: string;
  readonly containers: readonly VerifiedContainer[];
  readonly findings: readonly Finding[];
}

export interface VerifiedContainer {
  readonly container: string;
  readonly repository: string;
  /** Regions that were read: that of the repository first, then its replicas. */
  readonly regions: readonly string[];
  readonly expected: readonly ExpectedImage[];
}

/** An image that somebody wrote down as being in the registry. */
export interface ExpectedImage {
  readonly digest: Digest;
  /** Who says so, in words, such as `ledger: promote 3`. */
  readonly saidBy: string;
  /** Tags that don't move: only these must stay at the image. */
  readonly tags: readonly string[];
  /** Left out where nobody says. */
  readonly inputsHash?: string;
  readonly commit?: string;
}

/** What one region holds of an expected image. */
export interface RegionFacts {
  readonly region: string;
  /** Where the images of this region come from. Left out where it is no replica. */
  readonly replicaOf?: string;
  /** Undefined when the region lacks the image. */
  readonly image: ImageFacts | undefined;
  /** What each expected tag names; undefined for a tag that is not there. */
  readonly tags: ReadonlyMap<string, Digest | undefined>;
}

export interface ImageFacts {
  /** Labels of each platform. Platforms that can't be read are in `unreadable`. */
  readonly labels: ReadonlyMap<string, Readonly<Record<string, string>>>;
  /** Why the image can't be read to its end, in words. Left out where it can. */
  readonly unreadable?: string;
  readonly referrers: readonly Digest[];
}
