import type { StorageClass } from '../model/policy-document.ts';

/** What a lifecycle policy can know of one image of a repository. */
export interface InventoryImage {
  /** `sha256:` and 64 hexadecimal digits. */
  readonly digest: string;
  readonly tags: readonly string[];
  readonly pushedAt: Date;
  /** Last recorded pull. @default never pulled */
  readonly lastPulledAt?: Date;
  /** @default standard */
  readonly storageClass?: StorageClass;
  /** When it was moved to archive storage. @default its push */
  readonly archivedAt?: Date;
  /** When it was last brought back from archive storage. @default never */
  readonly restoredAt?: Date;
  /** Bytes that are paid for. @default unknown, counted as 0 */
  readonly sizeBytes?: number;
  /** Digests of the images that a manifest list holds. @default none */
  readonly children?: readonly string[];
  /** Digest of the image that a signature or an SBOM is about. @default none */
  readonly subject?: string;
}
