import type { InventoryImage } from '@slipway/lifecycle';
import { tagLine } from './tag-line.ts';

/** Why an image is among the newest of a line of tags, by digest. An image of several lines stays if it is among the newest of one. */
export function newestInLine(images: readonly InventoryImage[], keep: number): ReadonlyMap<string, string> {
  const ranks = new Map<string, number>();
  const reasons = new Map<string, string>();
  for (const { digest, tags } of [...images].sort(newestFirst)) {
    for (const line of new Set(tags.map(tagLine))) {
      const rank = (ranks.get(line) ?? 0) + 1;
      ranks.set(line, rank);
      if (rank <= keep && !reasons.has(digest)) reasons.set(digest, `among the ${keep} newest of line '${line}'`);
    }
  }
  return reasons;
}

/** Of the same push time, the order is that of the digests, so that two runs decide alike. */
export function newestFirst(a: InventoryImage, b: InventoryImage): number {
  return b.pushedAt.getTime() - a.pushedAt.getTime() || (a.digest < b.digest ? -1 : 1);
}
