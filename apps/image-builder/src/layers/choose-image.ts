import { currentRelease } from '@slipway/images';
import type { Digest } from '@slipway/images';
import type { InventoryImage } from '@slipway/lifecycle';
import { Failure } from '../failure.ts';
import type { OpenRepository } from './open-repository.ts';
import { readImage } from './read-image.ts';
import type { StoredImage } from './stored-image.ts';

export interface ChosenImage {
  readonly image: StoredImage;
  /** What it was found by, in words. */
  readonly chosenBy: string;
}

/**
 * The image under a tag or digest. Without one: the image that was released last, else the newest one with a tag.
 * @throws Failure `image-missing`
 */
export async function chooseImage(repository: OpenRepository, reference: string | undefined): Promise<ChosenImage> {
  const chosen = reference === undefined ? await usual(repository) : { reference, chosenBy: `'${reference}'` };
  const image = await readImage(repository.registry, chosen.reference);
  if (image === undefined) throw missing(repository, `no image under '${chosen.reference}'`);
  return { image, chosenBy: chosen.chosenBy };
}

async function usual(repository: OpenRepository): Promise<{ reference: string; chosenBy: string }> {
  const released = await releasedImage(repository);
  if (released !== undefined) return released;
  const newest = newestTagged((await repository.inventory()).images);
  if (newest !== undefined) return { reference: newest.digest, chosenBy: 'the newest image with a tag' };
  throw missing(repository, 'no image with a tag, and none was released');
}

/** The image that the environment's ledger calls released; undefined before the first release. */
export async function releasedImage({
  entries,
}: Pick<OpenRepository, 'entries'>): Promise<{ reference: Digest; chosenBy: string } | undefined> {
  const released = currentRelease(await entries());
  if (released === undefined) return undefined;
  const { digest, action, sequence, at } = released;
  return { reference: digest, chosenBy: `released by ${action} ${sequence} of ${at}` };
}

function newestTagged(images: readonly InventoryImage[]): InventoryImage | undefined {
  return images
    .filter(({ tags }) => tags.some((tag) => !isReferrerTag(tag)))
    .reduce<InventoryImage | undefined>(
      (newest, image) => (newest === undefined || image.pushedAt > newest.pushedAt ? image : newest),
      undefined,
    );
}

/** Tags by which clients without the referrers API attach things to an image (OCI distribution spec 1.1, referrers tag schema; cosign). */
export function isReferrerTag(tag: string): boolean {
  return /^sha256-[0-9a-f]{64}(\.\w+)?$/.test(tag);
}

function missing({ container, place, target }: OpenRepository, what: string): Failure {
  return new Failure({
    code: 'image-missing',
    message: `'${place.uri}' holds ${what}`,
    fix: `'image-builder list ${container.name} --env ${target.environment}' shows what is there`,
  });
}
