import type { InventoryImage } from '@slipway/lifecycle';
import { isReferrerTag } from '../../layers/choose-image.ts';

/** An image and how many others of the repository belong to it. */
export interface Family {
  readonly image: InventoryImage;
  /** Images of an index. */
  readonly platforms: number;
  /** What signs or describes it. */
  readonly referrers: number;
}

/** One family for each image that belongs to no other. An image of an index that has a tag of its own is a family, too. */
export function foldImages(images: readonly InventoryImage[]): Family[] {
  const digests = new Set(images.map(({ digest }) => digest));
  const children = new Set(images.flatMap((image) => image.children ?? []));
  const subjects = images.map(subjectOf);
  const isPart = (image: InventoryImage) =>
    digests.has(subjectOf(image) ?? '') || (children.has(image.digest) && image.tags.length === 0);
  return images
    .filter((image) => !isPart(image))
    .map((image) => ({
      image,
      platforms: image.children?.length ?? 0,
      referrers: subjects.filter((subject) => subject === image.digest).length,
    }));
}

/** What an image is about: by its manifest, or by a tag such as `sha256-<digits>.sig`. */
function subjectOf({ subject, tags }: InventoryImage): string | undefined {
  const tag = tags.find(isReferrerTag);
  return subject ?? (tag === undefined ? undefined : tag.replace('-', ':').replace(/\..*$/, ''));
}
