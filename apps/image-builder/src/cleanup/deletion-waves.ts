import { imageFamily } from './image-family.ts';
import type { InventoryImage } from '@slipway/lifecycle';

/**
 * The images in the order in which they can be deleted: each wave only holds what no later one depends on. ECR refuses an image
 * that a manifest list holds (`ImageReferencedByManifestList`), so lists go first; signatures go after what they sign.
 */
export function deletionWaves(images: readonly InventoryImage[]): string[][] {
  const { parents } = imageFamily(images);
  const waves: string[][] = [];
  const done = new Set<string>();
  let waiting = images.map(({ digest }) => digest);
  while (waiting.length > 0) {
    const free = waiting.filter((digest) => (parents.get(digest) ?? []).every((parent) => done.has(parent)));
    // What depends on itself by a circle has no first one: ECR says of each what it thinks.
    const wave = free.length === 0 ? waiting : free;
    waves.push(wave);
    for (const digest of wave) done.add(digest);
    waiting = waiting.filter((digest) => !done.has(digest));
  }
  return waves;
}
