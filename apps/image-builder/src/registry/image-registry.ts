import type { Digest } from '@slipway/images';

/** An image as a registry holds it. */
export interface RemoteImage {
  /** Digest of the manifest. */
  readonly digest: Digest;
  /** Digest of the config, which Docker calls the image id; undefined for an index of several images. */
  readonly imageId: Digest | undefined;
  readonly labels: Readonly<Record<string, string>>;
  /** Config and layers as stored, in bytes. */
  readonly compressedBytes: number;
}

/** One repository in a registry, asked over the registry's own protocol. Every method throws a Failure. */
export interface ImageRegistry {
  /** The image under a tag or digest, read to its config. */
  find(reference: string): Promise<RemoteImage | undefined>;
  /** Only the digest under a tag or digest. */
  digestOf(reference: string): Promise<Digest | undefined>;
  /** Gives a tag to an image that the repository holds. Refused (`tag-conflict`) when the tag is immutable and taken. */
  addTag(digest: Digest, tag: string): Promise<void>;
}
