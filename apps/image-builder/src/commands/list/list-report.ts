import { currentRelease } from '@slipway/images';
import type { ReleaseAction, ReleaseEntry } from '@slipway/images';
import type { InventoryImage } from '@slipway/lifecycle';
import { foldImages } from './fold-images.ts';
import type { Family } from './fold-images.ts';

/** Images of an environment's repositories, as `list --json` prints them. */
export interface ListReport {
  readonly schemaVersion: 1;
  readonly report: 'list';
  readonly environment: string;
  readonly repositories: readonly ListedRepository[];
}

export interface ListedRepository {
  readonly container: string;
  readonly region: string;
  readonly repository: string;
  /** The newest first. */
  readonly images: readonly ListedImage[];
  /** Images without a tag that belong to no other image and were not released; they are in `images` where all were asked for. */
  readonly untagged: { readonly count: number; readonly bytes: number };
  /** What could not be learned, in words. */
  readonly warnings: readonly string[];
}

export interface ListedImage {
  readonly digest: string;
  readonly tags: readonly string[];
  /** RFC 3339. */
  readonly pushedAt: string;
  /** Full days since the push. */
  readonly ageDays: number;
  /** Compressed; of an index, that of its largest image (ECR API reference, ImageDetail). Left out where ECR doesn't tell. */
  readonly bytes?: number;
  readonly storageClass?: 'archive';
  /** RFC 3339. Left out where no pull is recorded. */
  readonly lastPulledAt?: string;
  /** Images of an index; 0 for a plain image. */
  readonly platforms: number;
  /** Signatures, SBOMs and the like. */
  readonly referrers: number;
  /** The last release of this image. Left out where there was none. */
  readonly released?: Release;
}

export interface Release {
  readonly action: ReleaseAction;
  readonly sequence: number;
  /** RFC 3339. */
  readonly at: string;
  /** Whether it is what the environment should run now. */
  readonly current: boolean;
}

export interface ListFacts {
  readonly container: string;
  readonly region: string;
  readonly repository: string;
  readonly images: readonly InventoryImage[];
  readonly warnings: readonly string[];
  readonly entries: readonly ReleaseEntry[];
  readonly now: Date;
  /** Whether images without a tag are listed, too. */
  readonly all: boolean;
}

export function listedRepository({ images, entries, warnings, now, all, ...where }: ListFacts): ListedRepository {
  const releases = releasesOf(entries);
  const families = foldImages(images);
  const isNamed = ({ image }: Family) => image.tags.length > 0 || releases.has(image.digest);
  const untagged = families.filter((family) => !isNamed(family));
  return {
    ...where,
    images: families
      .filter((family) => all || isNamed(family))
      .sort((one, other) => other.image.pushedAt.getTime() - one.image.pushedAt.getTime())
      .map((family) => listedImage(family, { now, released: releases.get(family.image.digest) })),
    untagged: { count: untagged.length, bytes: untagged.reduce((sum, { image }) => sum + (image.sizeBytes ?? 0), 0) },
    warnings: [...warnings, ...absentRelease(images, entries)],
  };
}

/** The last release of each digest. */
function releasesOf(entries: readonly ReleaseEntry[]): Map<string, Release> {
  const current = currentRelease(entries);
  return new Map(
    entries
      .filter(({ action }) => action !== 'test')
      .map(({ digest, action, sequence, at }) => [
        digest,
        { action, sequence, at, current: digest === current?.digest },
      ]),
  );
}

const DAY = 24 * 60 * 60 * 1000;

interface Around {
  readonly now: Date;
  readonly released: Release | undefined;
}

function listedImage({ image, platforms, referrers }: Family, { now, released }: Around): ListedImage {
  const { digest, tags, pushedAt, sizeBytes, storageClass, lastPulledAt } = image;
  return {
    digest,
    tags: [...tags].sort(),
    pushedAt: pushedAt.toISOString(),
    ageDays: Math.floor((now.getTime() - pushedAt.getTime()) / DAY),
    ...(sizeBytes === undefined ? {} : { bytes: sizeBytes }),
    ...(storageClass === 'archive' ? { storageClass } : {}),
    ...(lastPulledAt === undefined ? {} : { lastPulledAt: lastPulledAt.toISOString() }),
    platforms,
    referrers,
    ...(released === undefined ? {} : { released }),
  };
}

function absentRelease(images: readonly InventoryImage[], entries: readonly ReleaseEntry[]): string[] {
  const released = currentRelease(entries);
  if (released === undefined || images.some(({ digest }) => digest === released.digest)) return [];
  return [`the image that was released last, '${released.digest}', is not in the repository`];
}
