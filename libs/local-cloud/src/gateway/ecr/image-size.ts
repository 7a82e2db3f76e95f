import type { ImageManifest } from './image-manifest.ts';

/**
 * The size that DescribeImages reports, in bytes: configuration and layers as they are stored; for an index the largest
 * of its images. `sizes` knows the images of an index by digest; one that it lacks counts as nothing.
 */
export function imageSize(manifest: ImageManifest, sizes: ReadonlyMap<string, number> = new Map()): number {
  if (manifest.manifests !== undefined)
    return Math.max(0, ...manifest.manifests.map(({ digest }) => sizes.get(digest) ?? 0));
  const layers = (manifest.layers ?? []).reduce((sum, { size }) => sum + size, 0);
  return layers + (manifest.config?.size ?? 0);
}
