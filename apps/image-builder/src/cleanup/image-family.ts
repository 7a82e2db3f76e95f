import type { InventoryImage } from '@slipway/lifecycle';
import { subjectTag } from './tag-line.ts';

/** Which images of a repository depend on which. What is not in the repository is left out. */
export interface ImageFamily {
  /** An image to those that it cannot be without: its manifest lists, and what it is a signature or an SBOM of. */
  readonly parents: ReadonlyMap<string, readonly string[]>;
  /** The other way round. */
  readonly children: ReadonlyMap<string, readonly string[]>;
}

export function imageFamily(images: readonly InventoryImage[]): ImageFamily {
  const there = new Set(images.map(({ digest }) => digest));
  const parents = new Map<string, string[]>();
  const children = new Map<string, string[]>();
  const tie = (parent: string, child: string): void => {
    if (parent === child || !there.has(parent) || !there.has(child)) return;
    add(parents, child, parent);
    add(children, parent, child);
  };
  for (const image of images) {
    for (const child of image.children ?? []) tie(image.digest, child);
    for (const subject of subjectsOf(image)) tie(subject, image.digest);
  }
  return { parents, children };
}

/** All that can be reached from some images, themselves included, each with the one that it was reached by. */
export function reached(
  from: Iterable<string>,
  ties: ReadonlyMap<string, readonly string[]>,
): ReadonlyMap<string, string> {
  const by = new Map<string, string>();
  const open = [...from];
  for (const start of open) by.set(start, start);
  for (const digest of open) {
    for (const next of ties.get(digest) ?? []) {
      if (by.has(next)) continue;
      by.set(next, digest);
      open.push(next);
    }
  }
  return by;
}

/**
 * Whether an image shares the fate of another one: of what it is about, or of a list that has a tag. An image that only an
 * untagged list holds is judged by its own tags.
 */
export function followers(
  images: readonly InventoryImage[],
  { parents }: ImageFamily,
): (image: InventoryImage) => boolean {
  const byDigest = new Map(images.map((image) => [image.digest, image]));
  return (image) => {
    const subjects = new Set(subjectsOf(image));
    return (parents.get(image.digest) ?? []).some((parent) => {
      return subjects.has(parent) || parents.has(parent) || (byDigest.get(parent)?.tags ?? []).length > 0;
    });
  };
}

function subjectsOf({ subject, tags }: InventoryImage): string[] {
  return [subject, ...tags.map(subjectTag)].filter((digest) => digest !== undefined);
}

function add(map: Map<string, string[]>, key: string, value: string): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [value]);
  else known.push(value);
}
