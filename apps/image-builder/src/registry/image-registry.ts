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

/** The text of a manifest: its digest is that of these very bytes, so it is stored and sent unchanged. */
export interface ManifestText {
  readonly mediaType: string;
  readonly text: string;
}

/** What refers to an image: a signature, an SBOM (OCI distribution spec 1.1, listing referrers). */
export interface Referrer {
  readonly digest: Digest;
  readonly mediaType: string;
  readonly artifactType: string | undefined;
}

/** One repository in a registry, asked over the registry's own protocol. Every method throws a Failure. */
export interface ImageRegistry {
  /** The image under a tag or digest, read to its config. */
  find(reference: string): Promise<RemoteImage | undefined>;
  /** Only the digest under a tag or digest. */
  digestOf(reference: string): Promise<Digest | undefined>;
  /** Gives a tag to an image that the repository holds. Refused (`tag-conflict`) when the tag is immutable and taken. */
  addTag(digest: Digest, tag: string): Promise<void>;

  /** The manifest under a tag or digest. */
  manifest(reference: string): Promise<(ManifestText & { readonly digest: Digest }) | undefined>;
  /**
   * Stores a manifest under a tag or its digest; what it names has to be there. Refused like `addTag`.
   * One with a `subject` is listed by `referrers` afterwards, also in a registry without an API for that.
   */
  putManifest(reference: string, manifest: ManifestText): Promise<Digest>;
  /** Tags in no particular order; empty where the repository has none. */
  tags(): Promise<readonly string[]>;
  hasBlob(digest: Digest): Promise<boolean>;
  /**
   * Content of a layer, a config or another blob, in pieces. It is not compared with the digest: that is for the reader.
   * @throws Failure `repository-missing` when there is none
   */
  readBlob(digest: Digest): AsyncIterable<Uint8Array>;
  /**
   * Stores a blob. Does nothing less than all of it: after a fault it starts again from the first byte.
   * @param size of the content, in bytes
   * @param content is asked for once an attempt; a Failure that it throws is passed on as it is
   */
  writeBlob(digest: Digest, size: number, content: () => AsyncIterable<Uint8Array>): Promise<void>;
  /** Takes a blob over from another repository of the same registry without sending it; false where the registry doesn't. */
  mountBlob(digest: Digest, fromRepository: string): Promise<boolean>;
  /** What refers to an image. */
  referrers(digest: Digest): Promise<readonly Referrer[]>;
}
