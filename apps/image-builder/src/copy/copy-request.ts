import type { Progress } from '@slipway/cli';
import type { Digest } from '@slipway/images';
import type { ImageRegistry } from '../registry/image-registry.ts';

/** What a copy reads: a repository in a registry, or images on disk. */
export type CopySource = Pick<ImageRegistry, 'manifest' | 'readBlob' | 'referrers'>;

/** What is copied, from where to where. */
export interface CopyRequest {
  readonly from: CopySource;
  readonly to: ImageRegistry;
  /** Of an image or an index of images. */
  readonly digest: Digest;
  /**
   * The source repository as its address names it after the host (`parseImageRef(place.uri).repository`), when both are in the same registry.
   * Blobs are then mounted where the registry allows it: ECR does with the account setting `BLOB_MOUNTING`, within one account and region
   * and with the same encryption (ECR user guide, blob mounting).
   * @default none: every blob is sent
   */
  readonly mountFrom?: string | undefined;
  /** Tags that the image gets at the target, after everything else. */
  readonly tags: readonly string[];
  readonly progress: Progress;
  readonly signal: AbortSignal;
}

/** What a copy did. What was there already was not sent. */
export interface CopyFacts {
  readonly digest: Digest;
  /** Manifests that were sent. */
  readonly manifests: number;
  /** Blobs that were sent. */
  readonly blobsCopied: number;
  /** Blobs that the registry took over from the other repository. */
  readonly blobsMounted: number;
  /** Blobs that the target had. */
  readonly blobsThere: number;
  /** Content of the blobs that were sent, in bytes; without manifests. */
  readonly bytesCopied: number;
}
