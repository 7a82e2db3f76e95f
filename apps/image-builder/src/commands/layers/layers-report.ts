import type { Digest } from '@slipway/images';
import type { ChosenImage } from '../../layers/choose-image.ts';
import { choosePlatforms } from '../../layers/choose-platforms.ts';
import { bytesOf, compareLayers, once } from '../../layers/compare-layers.ts';
import type { LayerComparison } from '../../layers/compare-layers.ts';
import type { Layer, PlatformImage } from '../../layers/stored-image.ts';

/** Layers of one image or of two, as `layers --json` prints them. */
export interface LayersReport {
  readonly schemaVersion: 1;
  readonly report: 'layers';
  readonly container: string;
  readonly environment: string;
  /** The image that was asked for, then the one that it is compared with. */
  readonly images: readonly ImageLayers[];
  /** For each platform that both have, from the first image to the second. Left out where there is nothing to compare. */
  readonly comparisons?: readonly LayerComparison[];
}

export interface ImageLayers {
  readonly digest: Digest;
  /** What the image was found by, in words. */
  readonly chosenBy: string;
  readonly platforms: readonly PlatformLayers[];
}

export interface PlatformLayers {
  readonly platform: string;
  readonly layers: readonly Layer[];
  /** Bytes of the layers as stored: one that comes twice counts once. */
  readonly layerBytes: number;
}

export interface LayersFacts {
  readonly container: string;
  readonly environment: string;
  readonly platform: string | undefined;
  readonly image: ChosenImage;
  readonly other: ChosenImage | undefined;
}

/** @throws Failure `image-missing` when an image lacks the platform that was asked for */
export function layersReport({ container, environment, platform, image, other }: LayersFacts): LayersReport {
  const chosen = [image, ...(other === undefined ? [] : [other])];
  const [before = [], after] = chosen.map((one) => choosePlatforms(one.image, platform));
  return {
    schemaVersion: 1,
    report: 'layers',
    container,
    environment,
    images: chosen.map((one) => imageLayers(one, platform)),
    ...(after === undefined ? {} : { comparisons: comparisonsOf(before, after) }),
  };
}

function imageLayers({ image, chosenBy }: ChosenImage, wanted: string | undefined): ImageLayers {
  const platforms = choosePlatforms(image, wanted).map(({ platform, layers }) => ({
    platform,
    layers,
    layerBytes: bytesOf(once(layers)),
  }));
  return { digest: image.digest, chosenBy, platforms };
}

function comparisonsOf(before: readonly PlatformImage[], after: readonly PlatformImage[]): LayerComparison[] {
  return after.flatMap((image) => {
    const same = before.find(({ platform }) => platform === image.platform);
    return same === undefined ? [] : [compareLayers(same, image)];
  });
}
