import { chooseImage } from '../../layers/choose-image.ts';
import { choosePlatforms } from '../../layers/choose-platforms.ts';
import { openRepository } from '../../layers/open-repository.ts';
import type { World } from '../../world.ts';
import { describeReport } from './describe-report.ts';
import type { DescribeReport } from './describe-report.ts';

export interface DescribeOptions {
  readonly container: string;
  readonly environment: string;
  /** Tag or digest. @default the image that was released last, else the newest one with a tag */
  readonly reference: string | undefined;
  /** @default all of them */
  readonly platform: string | undefined;
}

/** Reads one image down to its configs, and what refers to it. */
export async function runDescribe(options: DescribeOptions, world: World): Promise<DescribeReport> {
  const { container, environment } = options;
  const repository = await openRepository(container, environment, world);
  const { image, chosenBy } = await chooseImage(repository, options.reference);
  const { images: inventory } = await repository.inventory();
  return describeReport({
    container,
    environment,
    region: repository.place.region,
    uri: repository.place.uri,
    chosenBy,
    image,
    platforms: choosePlatforms(image, options.platform),
    referrers: await repository.registry.referrers(image.digest),
    inventory,
  });
}
