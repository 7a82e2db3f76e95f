import { createHash } from 'node:crypto';

/** An image small enough to make up: its manifest and the blobs that it names. */
export interface TestImage {
  readonly manifest: string;
  readonly mediaType: string;
  readonly digest: string;
  readonly blobs: readonly Buffer[];
  /** Configuration and layers, in bytes. */
  readonly size: number;
}

const ociManifest = 'application/vnd.oci.image.manifest.v1+json';

/** An image whose one layer holds `content`. `more` goes into the manifest. */
export function testImage(content: string, more: object = {}): TestImage {
  const config = Buffer.from(JSON.stringify({ architecture: 'amd64', os: 'linux', made: content }));
  const layer = Buffer.from(content.repeat(100));
  const manifest = JSON.stringify({
    schemaVersion: 2,
    mediaType: ociManifest,
    config: descriptor('application/vnd.oci.image.config.v1+json', config),
    layers: [descriptor('application/vnd.oci.image.layer.v1.tar', layer)],
    ...more,
  });
  return {
    manifest,
    mediaType: ociManifest,
    digest: sha256(manifest),
    blobs: [config, layer],
    size: config.length + layer.length,
  };
}

/** An index of images. */
export function testIndex(images: readonly TestImage[]): TestImage {
  const mediaType = 'application/vnd.oci.image.index.v1+json';
  const manifests = images.map(({ manifest, mediaType: type }) => descriptor(type, Buffer.from(manifest)));
  const manifest = JSON.stringify({ schemaVersion: 2, mediaType, manifests });
  return {
    manifest,
    mediaType,
    digest: sha256(manifest),
    blobs: [],
    size: Math.max(...images.map(({ size }) => size)),
  };
}

export function sha256(content: string | Buffer): string {
  return `sha256:${createHash('sha256').update(content).digest('hex')}`;
}

function descriptor(mediaType: string, content: Buffer): object {
  return { mediaType, digest: sha256(content), size: content.length };
}
