import { errorMessage } from '@slipway/cli';
import type { Digest } from '@slipway/images';
import type { z } from 'zod';
import { Failure } from '../failure.ts';
import type { ImageRegistry, ManifestText } from '../registry/image-registry.ts';
import { configSchema, imageSchema, indexSchema } from './image-schemas.ts';
import type { Index } from './image-schemas.ts';
import { sha256 } from '../sha256.ts';
import { platformImage } from './platform-image.ts';
import type { PlatformImage, StoredImage } from './stored-image.ts';

const INDEX_TYPES = [
  'application/vnd.oci.image.index.v1+json',
  'application/vnd.docker.distribution.manifest.list.v2+json',
];
const CONFIG_TYPES = ['application/vnd.oci.image.config.v1+json', 'application/vnd.docker.container.image.v1+json'];
/** BuildKit marks attestations in an index by this annotation (BuildKit documentation, attestation storage). */
const ATTESTATION = 'vnd.docker.reference.type';

type StoredManifest = ManifestText & { readonly digest: Digest };

/**
 * The image under a tag or digest, read down to the configs; undefined where there is none.
 * @throws Failure `image-missing` for what is no image, such as a signature; `registry-failed` for what can't be read
 */
export async function readImage(registry: ImageRegistry, reference: string): Promise<StoredImage | undefined> {
  const found = await registry.manifest(reference);
  if (found === undefined) return undefined;
  const { digest, mediaType } = found;
  if (!isIndex(mediaType))
    return { digest, mediaType, platforms: [await readPlatform(registry, found)], attestations: [] };
  const { manifests } = parse(indexSchema, found.text, digest);
  const images = manifests.filter((entry) => !isAttestation(entry));
  const platforms: PlatformImage[] = [];
  for (const entry of images) platforms.push(await readPlatform(registry, await child(registry, entry.digest)));
  return { digest, mediaType, platforms, attestations: manifests.filter(isAttestation).map((entry) => entry.digest) };
}

/** Whether this media type is of an index of several images. */
export function isIndex(mediaType: string): boolean {
  return INDEX_TYPES.includes(mediaType.split(';')[0]?.trim() ?? '');
}

function isAttestation({ annotations }: Index['manifests'][number]): boolean {
  return annotations?.[ATTESTATION] !== undefined;
}

async function child(registry: ImageRegistry, digest: Digest): Promise<StoredManifest> {
  const found = await registry.manifest(digest);
  if (found !== undefined) return found;
  throw new Failure({
    code: 'image-missing',
    message: `the index names '${digest}', and the repository lacks it`,
    fix: 'push the image again; what was deleted without its index is gone',
  });
}

async function readPlatform(registry: ImageRegistry, { digest, text }: StoredManifest): Promise<PlatformImage> {
  const manifest = parse(imageSchema, text, digest);
  const { mediaType } = manifest.config;
  if (!CONFIG_TYPES.includes(mediaType)) throw noImage(digest, mediaType);
  const config = await readText(registry, manifest.config.digest);
  return platformImage({ digest, manifest, document: parse(configSchema, config, manifest.config.digest) });
}

async function readText(registry: ImageRegistry, digest: Digest): Promise<string> {
  const pieces: Uint8Array[] = [];
  for await (const piece of registry.readBlob(digest)) pieces.push(piece);
  const content = Buffer.concat(pieces);
  if (sha256(content) !== digest) throw another(digest, sha256(content));
  return content.toString();
}

function parse<Schema extends z.ZodType>(schema: Schema, text: string, digest: Digest): z.infer<Schema> {
  try {
    return schema.parse(JSON.parse(text));
  } catch (cause) {
    throw new Failure({
      code: 'registry-failed',
      message: `'${digest}' is not what the OCI image spec describes: ${errorMessage(cause)}`,
      fix: 'push the image again',
      cause,
    });
  }
}

function noImage(digest: Digest, type: string): Failure {
  return new Failure({
    code: 'image-missing',
    message: `'${digest}' is no image: its config is '${type}'`,
    fix: 'name an image; what refers to it, such as a signature, is listed with it',
  });
}

function another(digest: Digest, found: Digest): Failure {
  return new Failure({
    code: 'registry-failed',
    message: `the registry's content of the config '${digest}' has the digest '${found}'`,
    fix: 'push the image again; do not trust what this registry says of it until then',
  });
}
