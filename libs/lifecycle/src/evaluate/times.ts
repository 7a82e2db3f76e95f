import type { InventoryImage } from './inventory-image.ts';

/** Milliseconds of a day, in which every age of a policy is. */
export const DAY = 86_400_000;

/** When the image came, for the order of images: a restored one counts from its restore. Milliseconds. */
export function orderTime({ pushedAt, restoredAt }: InventoryImage): number {
  return (restoredAt ?? pushedAt).getTime();
}

/** When the image was last pulled; restored later, its restore; never pulled, its push. Milliseconds. */
export function pullTime({ pushedAt, restoredAt, lastPulledAt }: InventoryImage): number {
  const pulled = (lastPulledAt ?? pushedAt).getTime();
  return restoredAt === undefined ? pulled : Math.max(pulled, restoredAt.getTime());
}

/** When the image went to archive storage. Milliseconds. */
export function archivalTime({ pushedAt, archivedAt }: InventoryImage): number {
  return (archivedAt ?? pushedAt).getTime();
}
