import type { Digest } from '@slipway/images';
import type { SbomResult } from './plan-sbom.ts';

/** What an image is made of, and where that is written down. Printed as it is by `--json`. */
export interface SbomReport {
  /** 2: there is a list of images, as an index holds several. */
  readonly schemaVersion: 2;
  readonly report: 'sbom';
  readonly container: string;
  readonly environment: string;
  /** Address and digest of what was named: an image, or an index of images for several platforms. */
  readonly image: string;
  readonly isIndex: boolean;
  /** One SBOM for each image; a single one for what is no index. */
  readonly images: readonly PlatformSbom[];
  /** Digests of BuildKit's attestations in the index: they are no images and get no SBOM. */
  readonly attestations: readonly Digest[];
}

export interface PlatformSbom {
  /** Such as `linux/arm64`. */
  readonly platform: string;
  /** Of the manifest that the SBOM is attached to. */
  readonly digest: Digest;
  readonly result: SbomResult;
  /** Digest of the SBOM's manifest, which refers to the image. */
  readonly sbom: Digest;
  readonly debianPackages: number;
  readonly pythonPackages: number;
  /** False where the image has no package database: what its distribution brought is not in the SBOM then. */
  readonly hasPackageDatabase: boolean;
  /** The CycloneDX document. */
  readonly document: object;
}
