import type { Digest } from '@slipway/images';

/** An image that the engine keeps. */
export interface StoredImage {
  readonly id: Digest;
  /** Every name with its tag, sorted; an image that lost its name has none. */
  readonly names: readonly string[];
  readonly labels: Readonly<Record<string, string>>;
  /** Uncompressed size in bytes; layers that images share are in each of them. */
  readonly bytes: number;
  readonly createdAt: Date;
}

/** What a Docker engine keeps on disk. Every method throws a Failure. */
export interface LocalStorage {
  /** All images that carry a label, whatever its value, in no particular order. */
  list(label: string): Promise<readonly StoredImage[]>;
  /** Takes the names from an image, and with the last one the image. What is gone already is fine. @returns false when a container uses it, or another image is built on it */
  remove(image: Pick<StoredImage, 'id' | 'names'>): Promise<boolean>;
  /** Removes build cache that nothing used for so many days. @returns bytes that were freed */
  pruneCache(unusedForDays: number): Promise<number>;
}
