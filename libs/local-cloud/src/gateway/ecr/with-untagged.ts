import type { DeletedImages, ImageId } from '../control-plane.ts';

/** Adds the images without a tag to what was deleted: moto deletes them but doesn't list them. */
export function withUntagged(deleted: DeletedImages, asked: readonly ImageId[]): DeletedImages {
  const told = new Set(
    [...deleted.imageIds, ...deleted.failures.map(({ imageId }) => imageId)].map(({ imageDigest }) => imageDigest),
  );
  const untold = asked.filter(({ imageDigest }) => imageDigest !== undefined && !told.has(imageDigest));
  return { ...deleted, imageIds: [...deleted.imageIds, ...untold.map(({ imageDigest }) => ({ imageDigest }))] };
}
