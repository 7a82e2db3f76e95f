import type { InventoryImage } from '@slipway/lifecycle';
import type { Blob } from './blob.ts';

/** The blobs of images, by the digest of the image; an image that is missing here could not be read. */
export type BlobsByImage = ReadonlyMap<string, readonly Blob[]>;

/**
 * Bytes that images of one repository take: a layer that several of them have is stored once. Of an image whose layers are not known
 * it is the size that ECR reports, and an index without a size has none.
 */
export function storedBytes(images: readonly InventoryImage[], blobs: BlobsByImage): number {
  const once = new Map<string, number>();
  let unknown = 0;
  for (const { digest, sizeBytes = 0, children } of images) {
    const own = blobs.get(digest);
    for (const blob of own ?? []) once.set(blob.digest, blob.bytes);
    // ECR reports for an index the size of its largest image (API reference, ImageDetail).
    if (own === undefined && children === undefined) unknown += sizeBytes;
  }
  return [...once.values()].reduce((sum, bytes) => sum + bytes, unknown);
}
