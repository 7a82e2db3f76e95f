import type { InventoryImage } from '../evaluate/inventory-image.ts';

/** The time of the tests. */
export const NOW = new Date('2026-06-01T12:00:00Z');
const DAY = 86_400_000;

export function daysAgo(days: number): Date {
  return new Date(NOW.getTime() - days * DAY);
}

/** An image of a one-letter name: `image('a', 3, ['v1'])` was pushed three days ago. */
export function image(
  letter: string,
  pushedDaysAgo: number,
  more: readonly string[] | Partial<InventoryImage> = {},
): InventoryImage {
  const rest: Partial<InventoryImage> = isTags(more) ? { tags: more } : more;
  return { digest: `sha256:${letter.repeat(64)}`, tags: [], pushedAt: daysAgo(pushedDaysAgo), ...rest };
}

function isTags(more: readonly string[] | Partial<InventoryImage>): more is readonly string[] {
  return Array.isArray(more);
}

/** The letters of the images that a policy acts on. */
export function letterOf({ digest }: InventoryImage): string {
  return digest.slice('sha256:'.length)[0] ?? '';
}
