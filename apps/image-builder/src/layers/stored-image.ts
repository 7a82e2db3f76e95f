import type { Digest } from '@slipway/images';

/** What a registry stores under one digest: an image, or an index of images for several platforms. */
export interface StoredImage {
  readonly digest: Digest;
  readonly mediaType: string;
  /** One for a plain image, in the order of an index. */
  readonly platforms: readonly PlatformImage[];
  /** Digests of BuildKit's attestations, which stand in an index beside the images that they are about. */
  readonly attestations: readonly Digest[];
}

/** The image of one platform. */
export interface PlatformImage {
  /** Operating system, architecture and variant, such as `linux/arm64/v8`. */
  readonly platform: string;
  readonly digest: Digest;
  /** Digest of the config, which Docker calls the image id. */
  readonly imageId: Digest;
  readonly config: ImageConfig;
  /** The lowest first. */
  readonly layers: readonly Layer[];
  /** Config and layers as stored, in bytes. */
  readonly compressedBytes: number;
}

/** A layer as stored, and the line of the Dockerfile that made it. */
export interface Layer {
  readonly digest: Digest;
  /** Compressed, in bytes. */
  readonly bytes: number;
  /** Without values of build arguments. Undefined where the image's history doesn't say. */
  readonly madeBy: string | undefined;
}

/** How a container of the image is started, by its config (OCI image spec, image configuration). */
export interface ImageConfig {
  /** When the image was made, RFC 3339, as its builder says. */
  readonly created: string | undefined;
  readonly labels: Readonly<Record<string, string>>;
  /** Undefined or empty: root. */
  readonly user: string | undefined;
  readonly workingDirectory: string | undefined;
  readonly entrypoint: readonly string[];
  readonly command: readonly string[];
  readonly environment: readonly EnvironmentVariable[];
  /** Such as `8080/tcp`. */
  readonly ports: readonly string[];
  readonly volumes: readonly string[];
}

export interface EnvironmentVariable {
  readonly name: string;
  /** Left out where the name or the value looks secret. */
  readonly value?: string;
}
