import type { Digest } from './digest.ts';
import type { GitFacts } from './git-facts.ts';
import type { Tag } from './tag.ts';

export const IMAGE_RECORD_VERSION = 1;

/** What is known of one image after `build` or `push`, as JSON. A record is a hint: the registry is asked whether it is true. */
export interface ImageRecord {
  readonly schemaVersion: typeof IMAGE_RECORD_VERSION;
  readonly container: string;
  /** Name of the repository within its registry, such as `mlops/retail-api`. */
  readonly repository: string;
  /** Digest of the image's config, which Docker calls the image id. */
  readonly imageId: Digest;
  readonly tags: readonly Tag[];
  readonly inputsHash: string;
  readonly git: GitFacts;
  /** Sizes in bytes: compressed is what the registry stores (known once pushed), uncompressed what the engine holds (known where it does). */
  readonly size: { readonly compressed?: number; readonly uncompressed?: number };
  /** Absent when the image was in the registry already and nothing was built. */
  readonly built?: BuiltFacts;
  /** Absent before a push. */
  readonly pushed?: PushedFacts;
}

export interface BuiltFacts {
  /** False when the engine held an image of these inputs. */
  readonly fresh: boolean;
  /** Time the build took, in milliseconds; 0 when nothing was built. */
  readonly milliseconds: number;
  readonly steps: number;
  readonly cachedSteps: number;
}

export interface PushedFacts {
  readonly environment: string;
  readonly account: string;
  readonly region: string;
  /** Address of the repository, without a tag. */
  readonly uri: string;
  /** Digest of the manifest, as the registry answered. */
  readonly digest: Digest;
  /** `pushed` layers, only `tagged` what was there, or found it all there. */
  readonly result: 'pushed' | 'tagged' | 'up-to-date';
  /** When the registry confirmed it, RFC 3339. */
  readonly confirmedAt: string;
}
