import type { Digest } from '@slipway/images';
import type { ManifestText } from '../registry/image-registry.ts';

/** A blob of what is copied. */
export interface PlannedBlob {
  readonly digest: Digest;
  /** In bytes. */
  readonly size: number;
  /** Whether the target has it. */
  readonly there: boolean;
}

/** A manifest of what is copied, as the source has it. */
export interface PlannedManifest extends ManifestText {
  readonly digest: Digest;
  /** Whether the target has it, and lists it if it refers to another. */
  readonly there: boolean;
}

/** What a copy would do, read from both ends. Nothing was sent yet. */
export interface CopyPlan {
  readonly digest: Digest;
  /** In the order in which they are stored: what is named comes before what names it. */
  readonly manifests: readonly PlannedManifest[];
  /** Each once. */
  readonly blobs: readonly PlannedBlob[];
  /** Tags that the target has to add or move. */
  readonly tags: readonly string[];
}
