import { inParallel } from '@slipway/cli';
import type { InventoryImage } from '@slipway/lifecycle';
import type { ImageRegistry } from '../registry/image-registry.ts';
import { blobsOf } from './blob.ts';
import type { Blob } from './blob.ts';
import type { BlobsByImage } from './stored-bytes.ts';

/** Manifests of one repository that are read at the same time: ECR allows 2,000 a second to an account and region. */
const AT_ONCE = 8;

/** The layers of images, from their manifests. Archived images can't be pulled, and one that is gone by now has none: they are left out. */
export async function readBlobs(
  registry: Pick<ImageRegistry, 'manifest'>,
  images: readonly InventoryImage[],
): Promise<BlobsByImage> {
  const work = async ({ digest }: InventoryImage): Promise<readonly [string, readonly Blob[]] | undefined> => {
    const manifest = await registry.manifest(digest);
    return manifest === undefined ? undefined : [digest, blobsOf(manifest.text)];
  };
  const active = images.filter(({ storageClass = 'standard' }) => storageClass === 'standard');
  const read = await inParallel(active, { limit: AT_ONCE, work });
  return new Map(read.filter((entry) => entry !== undefined));
}
