import { monthlyDollars } from '@slipway/ecr-inventory';
import type { RepositoryPlace, StoragePrices } from '@slipway/ecr-inventory';
import { evaluate, toDocument } from '@slipway/lifecycle';
import type { InventoryImage, StorageClass } from '@slipway/lifecycle';
import type { RepositoryCost, Stored } from './cost-report.ts';
import { storedBytes } from './stored-bytes.ts';
import type { BlobsByImage } from './stored-bytes.ts';

/** What was read of one repository. */
export interface RepositoryFacts {
  readonly place: Pick<RepositoryPlace, 'region' | 'name' | 'spec'>;
  readonly images: readonly InventoryImage[];
  readonly blobs: BlobsByImage;
}

export interface CostContext {
  readonly prices: StoragePrices;
  readonly now: Date;
}

/** What a repository costs, and what it would cost once the lifecycle policy of its spec has acted on what is due now. */
export function repositoryCost(
  { place, images, blobs }: RepositoryFacts,
  { prices, now }: CostContext,
): RepositoryCost {
  const { region, name, spec } = place;
  const measure = (some: readonly InventoryImage[]) => storedOf(some, { region, blobs, prices });
  const verdicts = evaluate(toDocument(spec.lifecycle), images, now);
  const left = verdicts.filter(({ outcome }) => outcome !== 'expired').map(({ image }) => image);
  return {
    region,
    repository: name,
    stored: measure(images),
    reportedBytes: sum(images.map(({ children, sizeBytes = 0 }) => (children === undefined ? sizeBytes : 0))),
    afterLifecycle: measure(left),
    unread: images.filter(({ digest }) => !blobs.has(digest)).length,
  };
}

interface Pricing {
  readonly region: string;
  readonly blobs: BlobsByImage;
  readonly prices: StoragePrices;
}

/** A layer of images in both storage classes is counted in both: AWS says nothing of that case. */
function storedOf(images: readonly InventoryImage[], { region, blobs, prices }: Pricing): Stored {
  const parts = (['standard', 'archive'] as const).map((storageClass: StorageClass) => {
    const own = images.filter((image) => (image.storageClass ?? 'standard') === storageClass);
    const bytes = storedBytes(own, blobs);
    return { bytes, dollars: monthlyDollars({ region, bytes, storageClass }, prices) };
  });
  const dollars = parts.map((part) => part.dollars);
  return {
    images: images.length,
    bytes: sum(parts.map(({ bytes }) => bytes)),
    ...(dollars.includes(undefined) ? {} : { dollarsPerMonth: sum(dollars.map((each) => each ?? 0)) }),
  };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
