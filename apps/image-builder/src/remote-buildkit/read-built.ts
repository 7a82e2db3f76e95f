import { readFile } from 'node:fs/promises';
import { isDigest } from '@slipway/images';
import type { Digest } from '@slipway/images';
import { z } from 'zod';
import { Failure } from '../failure.ts';
import { imageSchema } from '../layers/image-schemas.ts';
import { parseConfigLabels } from '../registry/manifest.ts';
import { decompress } from '../sbom/decompress.ts';
import type { StoredImage } from './image-record.ts';
import type { ImageStore } from './image-store.ts';

/** What `buildctl --metadata-file` says of an image (BuildKit, exporter/containerimage/exptypes). */
const metadataSchema = z.object({
  'containerimage.descriptor': z.object({
    digest: z.custom<Digest>(isDigest, 'not a sha256 digest'),
    mediaType: z.string(),
  }),
});

/** The image that a build left in the store. Only this is success. @throws Failure `engine-failed` when there is none */
export async function readBuilt(metadataFile: string, store: ImageStore): Promise<StoredImage> {
  try {
    const { 'containerimage.descriptor': manifest } = metadataSchema.parse(
      JSON.parse(await readFile(metadataFile, 'utf8')),
    );
    const { config, layers } = imageSchema.parse(JSON.parse(await store.text(manifest.digest)));
    const sizes: number[] = [];
    for (const { digest } of layers) sizes.push(await uncompressedBytes(store, digest));
    return {
      schemaVersion: 1,
      id: config.digest,
      manifest: { digest: manifest.digest, mediaType: manifest.mediaType },
      labels: { ...parseConfigLabels(await store.text(config.digest)) },
      bytes: sizes.reduce((sum, size) => sum + size, 0),
      blobs: [manifest.digest, config.digest, ...layers.map(({ digest }) => digest)],
    };
  } catch (cause) {
    throw new Failure({
      code: 'engine-failed',
      message: `buildctl ended well, and left no image: ${String(cause)}`,
      fix: "build again; if it stays, look at the log of the BuildKit, and remove the folder '.slipway/images'",
      cause,
    });
  }
}

async function uncompressedBytes(store: ImageStore, digest: Digest): Promise<number> {
  let bytes = 0;
  for await (const piece of await decompress(store.blob(digest))) bytes += (piece as Uint8Array).length;
  return bytes;
}
