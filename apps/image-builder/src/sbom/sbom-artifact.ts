import type { Digest } from '@slipway/images';
import type { ManifestText } from '../registry/image-registry.ts';
import { sha256 } from '../sha256.ts';

export const SBOM_TYPE = 'application/vnd.cyclonedx+json';
const MANIFEST_TYPE = 'application/vnd.oci.image.manifest.v1+json';
const EMPTY_TYPE = 'application/vnd.oci.empty.v1+json';

export interface Blob {
  readonly digest: Digest;
  readonly bytes: Buffer;
}

/** An SBOM as a registry stores it: a manifest that refers to the image, and its blobs. */
export interface SbomArtifact {
  readonly digest: Digest;
  readonly manifest: ManifestText;
  readonly blobs: readonly Blob[];
}

export interface ArtifactSubject {
  readonly digest: Digest;
  readonly mediaType: string;
  /** Of the manifest, in bytes. */
  readonly size: number;
}

/** By the OCI image spec 1.1, guidelines for artifact usage: an empty config, the content as the one layer. */
export function sbomArtifact(document: object, subject: ArtifactSubject): SbomArtifact {
  const [config, content] = [blob('{}'), blob(`${JSON.stringify(document, null, 2)}\n`)];
  const text = JSON.stringify({
    schemaVersion: 2,
    mediaType: MANIFEST_TYPE,
    artifactType: SBOM_TYPE,
    config: { mediaType: EMPTY_TYPE, ...descriptor(config) },
    layers: [{ mediaType: SBOM_TYPE, ...descriptor(content) }],
    subject: { mediaType: subject.mediaType, digest: subject.digest, size: subject.size },
  });
  return { digest: blob(text).digest, manifest: { mediaType: MANIFEST_TYPE, text }, blobs: [config, content] };
}

function blob(text: string): Blob {
  return { digest: sha256(text), bytes: Buffer.from(text) };
}

function descriptor({ digest, bytes }: Blob): { digest: Digest; size: number } {
  return { digest, size: bytes.length };
}
