import { createHash } from 'node:crypto';
import type { Digest } from '@slipway/images';
import type { ImageRegistry } from '../registry/image-registry.ts';

const IMAGE = 'application/vnd.oci.image.manifest.v1+json';
const INDEX = 'application/vnd.oci.image.index.v1+json';
const CONFIG = 'application/vnd.oci.image.config.v1+json';
const LAYER = 'application/vnd.oci.image.layer.v1.tar';
const EMPTY = 'application/vnd.oci.empty.v1+json';

/** What a manifest says of another blob or manifest. */
export interface Descriptor {
  readonly mediaType: string;
  readonly digest: Digest;
  readonly size: number;
  /** In an index (OCI image spec, image index). */
  readonly platform?: Readonly<Record<string, string>>;
  readonly annotations?: Readonly<Record<string, string>>;
}

/** Stores an image with these layers through the port; the digests are computed here. */
export async function putImage(
  registry: ImageRegistry,
  layers: readonly (string | Uint8Array)[],
  architecture = 'amd64',
): Promise<Descriptor> {
  const rootfs = { type: 'layers', diff_ids: layers.map(sha256) };
  const config = await putBlob(registry, JSON.stringify({ architecture, os: 'linux', rootfs }), CONFIG);
  const parts: Descriptor[] = [];
  for (const layer of layers) parts.push(await putBlob(registry, layer, LAYER));
  return putManifest(registry, IMAGE, { config, layers: parts });
}

export async function putIndex(registry: ImageRegistry, manifests: readonly Descriptor[]): Promise<Descriptor> {
  return putManifest(registry, INDEX, { manifests });
}

/** Stores an SBOM or signature of an image, by the OCI image spec's guidelines for artifacts. */
export async function putReferrer(
  registry: ImageRegistry,
  { subject, content, artifactType }: { subject: Descriptor; content: string; artifactType: string },
): Promise<Descriptor> {
  const config = await putBlob(registry, '{}', EMPTY);
  const layers = [await putBlob(registry, content, artifactType)];
  return putManifest(registry, IMAGE, { artifactType, config, layers, subject });
}

export async function putBlob(
  registry: ImageRegistry,
  content: string | Uint8Array,
  mediaType: string,
): Promise<Descriptor> {
  const bytes = Buffer.from(content);
  const digest = sha256(bytes);
  await registry.writeBlob(digest, bytes.length, () => ReadableStream.from([bytes]));
  return { mediaType, digest, size: bytes.length };
}

export async function putManifest(registry: ImageRegistry, mediaType: string, parts: object): Promise<Descriptor> {
  const text = JSON.stringify({ schemaVersion: 2, mediaType, ...parts });
  const digest = sha256(text);
  await registry.putManifest(digest, { mediaType, text });
  return { mediaType, digest, size: Buffer.byteLength(text) };
}

export function sha256(content: string | Uint8Array): Digest {
  return `sha256:${createHash('sha256').update(content).digest('hex')}`;
}
