import type { InventoryImage } from './inventory-image.ts';

/** Which images of an inventory depend on which, by index. What is not in the inventory is left out. */
export interface Ties {
  /** An image to the manifest lists that hold it. */
  readonly holders: ReadonlyMap<number, readonly number[]>;
  /** A signature or an SBOM to what it is about. */
  readonly subjects: ReadonlyMap<number, number>;
}

/** Reads the ties from the manifests: lists name what they hold, signatures and SBOMs what they are about. */
export function tiesOf(images: readonly InventoryImage[]): Ties {
  const isTied = images.some(({ children, subject }) => children !== undefined || subject !== undefined);
  if (!isTied) return { holders: new Map(), subjects: new Map() };
  const byDigest = new Map(images.map(({ digest }, index) => [digest, index]));
  return { holders: holdersOf(images, byDigest), subjects: subjectsOf(images, byDigest) };
}

type ByDigest = ReadonlyMap<string, number>;

function holdersOf(images: readonly InventoryImage[], byDigest: ByDigest): Map<number, number[]> {
  const holders = new Map<number, number[]>();
  for (const [list, { children = [] }] of images.entries()) {
    for (const digest of new Set(children)) {
      const child = byDigest.get(digest);
      if (child === undefined || child === list) continue;
      const lists = holders.get(child);
      // One array for each child: a base image that thousands of lists hold would be copied thousands of times.
      if (lists === undefined) holders.set(child, [list]);
      else lists.push(list);
    }
  }
  return holders;
}

function subjectsOf(images: readonly InventoryImage[], byDigest: ByDigest): Map<number, number> {
  const subjects = new Map<number, number>();
  for (const [referrer, { subject }] of images.entries()) {
    const about = subject === undefined ? undefined : byDigest.get(subject);
    if (about !== undefined && about !== referrer) subjects.set(referrer, about);
  }
  return subjects;
}
