import type { Digest } from '@slipway/images';
import type { InventoryImage } from '@slipway/lifecycle';
import { isReferrerTag } from '../../layers/choose-image.ts';
import type { PlatformImage, StoredImage } from '../../layers/stored-image.ts';
import type { Referrer } from '../../registry/image-registry.ts';
import { referrerKind } from './referrer-kind.ts';
import type { ReferrerKind } from './referrer-kind.ts';

/** One image, as `describe --json` prints it. */
export interface DescribeReport {
  readonly schemaVersion: 1;
  readonly report: 'describe';
  readonly container: string;
  readonly environment: string;
  readonly region: string;
  /** Address of the repository, without a tag. */
  readonly uri: string;
  /** What the image was found by, in words. */
  readonly chosenBy: string;
  readonly digest: Digest;
  readonly mediaType: string;
  readonly tags: readonly string[];
  /** RFC 3339. Left out where ECR doesn't tell. */
  readonly pushedAt?: string;
  readonly lastPulledAt?: string;
  readonly platforms: readonly PlatformImage[];
  readonly attestations: readonly Digest[];
  readonly referrers: readonly DescribedReferrer[];
}

export interface DescribedReferrer {
  readonly digest: string;
  readonly kind: ReferrerKind;
  /** Left out for what is attached by a tag alone. */
  readonly artifactType?: string;
  /** The tag by which it is attached, as cosign's. */
  readonly tag?: string;
}

export interface DescribeFacts {
  readonly container: string;
  readonly environment: string;
  readonly region: string;
  readonly uri: string;
  readonly chosenBy: string;
  readonly image: StoredImage;
  readonly platforms: readonly PlatformImage[];
  readonly referrers: readonly Referrer[];
  readonly inventory: readonly InventoryImage[];
}

export function describeReport({ image, platforms, referrers, inventory, ...where }: DescribeFacts): DescribeReport {
  const { digest, mediaType, attestations } = image;
  const known = inventory.find((one) => one.digest === digest);
  return {
    schemaVersion: 1,
    report: 'describe',
    ...where,
    digest,
    mediaType,
    tags: [...(known?.tags ?? [])].sort(),
    ...(known === undefined ? {} : { pushedAt: known.pushedAt.toISOString() }),
    ...(known?.lastPulledAt === undefined ? {} : { lastPulledAt: known.lastPulledAt.toISOString() }),
    platforms,
    attestations,
    referrers: [...referrers.map(described), ...taggedReferrers(digest, inventory)],
  };
}

function described({ digest, artifactType }: Referrer): DescribedReferrer {
  return { digest, kind: referrerKind(artifactType), ...(artifactType === undefined ? {} : { artifactType }) };
}

/** What cosign attaches by a tag such as `sha256-<digits>.sig`. The tag without an ending is the index of the others. */
function taggedReferrers(subject: Digest, inventory: readonly InventoryImage[]): DescribedReferrer[] {
  const prefix = `${subject.replace(':', '-')}.`;
  return inventory.flatMap(({ digest, tags }) =>
    tags
      .filter((tag) => isReferrerTag(tag) && tag.startsWith(prefix))
      .map((tag) => ({ digest, kind: referrerKind(tag.slice(prefix.length)), tag })),
  );
}
