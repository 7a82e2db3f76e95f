import { chooseImage } from '../../layers/choose-image.ts';
import { openRepository } from '../../layers/open-repository.ts';
import type { World } from '../../world.ts';
import { layersReport } from './layers-report.ts';
import type { LayersReport } from './layers-report.ts';

export interface LayersOptions {
  readonly container: string;
  readonly environment: string;
  /** Tag or digest. @default the image that was released last, else the newest one with a tag */
  readonly reference: string | undefined;
  /** Tag or digest of the image that a host gets next. @default none: nothing is compared */
  readonly compare: string | undefined;
  /** @default all of them */
  readonly platform: string | undefined;
}

/** Reads the layers of an image, and of a second one to compare them. */
export async function runLayers(options: LayersOptions, world: World): Promise<LayersReport> {
  const { container, environment, platform, reference, compare } = options;
  const repository = await openRepository(container, environment, world);
  const image = await chooseImage(repository, reference);
  const other = compare === undefined ? undefined : await chooseImage(repository, compare);
  return layersReport({ container, environment, platform, image, other });
}
