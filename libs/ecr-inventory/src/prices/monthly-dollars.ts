import type { StorageClass } from '@slipway/lifecycle';
import type { StoragePrices } from './storage-prices.ts';

export interface StoredBytes {
  readonly region: string;
  readonly bytes: number;
  readonly storageClass: StorageClass;
}

const BYTES_PER_GIGABYTE = 2 ** 30;

/** US dollars a month for what is stored; undefined where the region's price is not known. */
export function monthlyDollars(
  { region, bytes, storageClass }: StoredBytes,
  { dollarsPerGigabyteMonth }: StoragePrices,
): number | undefined {
  const prices = Object.hasOwn(dollarsPerGigabyteMonth, region) ? dollarsPerGigabyteMonth[region] : undefined;
  return prices === undefined ? undefined : (bytes / BYTES_PER_GIGABYTE) * prices[storageClass];
}
