import { isFailure } from '@slipway/cli';
import type { Digest } from '@slipway/images';
import { readImage } from '../../layers/read-image.ts';
import type { ImageRegistry } from '../../registry/image-registry.ts';
import type { ExpectedImage, ImageFacts, RegionFacts } from './verify-report.ts';

/** A repository in one region. */
export interface RegionRepository {
  readonly region: string;
  readonly replicaOf?: string;
  /** Undefined where ECR has made no replica yet. */
  readonly registry: ImageRegistry | undefined;
}

/** Reads what a region holds of an expected image. */
export async function readRegion(
  { registry, ...where }: RegionRepository,
  expected: ExpectedImage,
): Promise<RegionFacts> {
  if (registry === undefined) return { ...where, image: undefined, tags: new Map() };
  const image = await readFacts(registry, expected.digest);
  const tags = new Map<string, Digest | undefined>();
  // A region without the image has its tags neither: that would be said twice.
  if (image !== undefined) for (const tag of expected.tags) tags.set(tag, await registry.digestOf(tag));
  return { ...where, image, tags };
}

async function readFacts(registry: ImageRegistry, digest: Digest): Promise<ImageFacts | undefined> {
  if ((await registry.digestOf(digest)) === undefined) return undefined;
  const referrers = (await registry.referrers(digest)).map((referrer) => referrer.digest);
  try {
    const { platforms = [] } = (await readImage(registry, digest)) ?? {};
    return { labels: new Map(platforms.map(({ platform, config }) => [platform, config.labels])), referrers };
  } catch (error) {
    if (!isFailure(error) || error.code !== 'image-missing') throw error;
    return { labels: new Map(), referrers, unreadable: error.message };
  }
}
