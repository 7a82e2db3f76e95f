import type { StorageClass } from '@slipway/lifecycle';

/** US dollars a month for what is stored; undefined where the price is not known. */
export type StorageCost = (stored: {
  readonly region: string;
  readonly bytes: number;
  readonly storageClass: StorageClass;
}) => number | undefined;
