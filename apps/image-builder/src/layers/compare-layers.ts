import type { Layer, PlatformImage } from './stored-image.ts';

/** What changes for who has one image and gets another. */
export interface LayerComparison {
  readonly platform: string;
  readonly shared: readonly Layer[];
  readonly onlyBefore: readonly Layer[];
  readonly onlyAfter: readonly Layer[];
  /** Bytes of the layers that both have. */
  readonly sharedBytes: number;
  /** Bytes of layers and config that a host with the first image pulls to get the second; manifests, a few kB, are not counted. */
  readonly pullBytes: number;
}

/** Compares by digest, as container engines do when they pull: a layer that is there is not sent again. */
export function compareLayers(before: PlatformImage, after: PlatformImage): LayerComparison {
  const had = new Set(before.layers.map(({ digest }) => digest));
  const has = new Set(after.layers.map(({ digest }) => digest));
  const shared = once(after.layers.filter(({ digest }) => had.has(digest)));
  const onlyAfter = once(after.layers.filter(({ digest }) => !had.has(digest)));
  return {
    platform: after.platform,
    shared,
    onlyBefore: once(before.layers.filter(({ digest }) => !has.has(digest))),
    onlyAfter,
    sharedBytes: bytesOf(shared),
    pullBytes: bytesOf(onlyAfter) + (before.imageId === after.imageId ? 0 : configBytes(after)),
  };
}

/** An image may hold one layer twice, such as an empty one; it is stored and sent once. */
export function once(layers: readonly Layer[]): Layer[] {
  return [...new Map(layers.map((layer) => [layer.digest, layer])).values()];
}

export function bytesOf(layers: readonly Layer[]): number {
  return layers.reduce((sum, { bytes }) => sum + bytes, 0);
}

function configBytes({ compressedBytes, layers }: PlatformImage): number {
  return compressedBytes - bytesOf(layers);
}
