import type { InventoryImage } from '@slipway/lifecycle';
import { monthlyDollars } from '@slipway/ecr-inventory';
import type { StoragePrices } from '@slipway/ecr-inventory';
import type { Amount } from './lifecycle-preview.ts';

/** Where images are, and what that costs. */
export interface StorageContext {
  readonly region: string;
  readonly prices: StoragePrices;
}

/** What images take and cost together. */
export function storageOf(images: readonly InventoryImage[], context: StorageContext): Amount {
  return sumOf(images.map((image) => amountOf(image, context)));
}

/** Amounts together; there is no price where one of them has none. */
export function sumOf(amounts: readonly Amount[]): Amount {
  const dollars = amounts.map(({ dollarsPerMonth }) => dollarsPerMonth);
  return {
    images: sum(amounts.map(({ images }) => images)),
    bytes: sum(amounts.map(({ bytes }) => bytes)),
    ...(dollars.includes(undefined) ? {} : { dollarsPerMonth: sum(dollars.map((each) => each ?? 0)) }),
  };
}

/** ECR reports for an index the size of its largest image, which is in the inventory on its own (API reference, ImageDetail). */
function amountOf(image: InventoryImage, { region, prices }: StorageContext): Amount {
  const bytes = image.children === undefined ? (image.sizeBytes ?? 0) : 0;
  const dollars = monthlyDollars({ region, bytes, storageClass: image.storageClass ?? 'standard' }, prices);
  return { images: 1, bytes, ...(dollars === undefined ? {} : { dollarsPerMonth: dollars }) };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
