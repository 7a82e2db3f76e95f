import type { RepositoryAddress } from '@slipway/access';
import { interrupted } from '@slipway/cli';
import type { InventoryImage } from '@slipway/lifecycle';
import { deletionWaves } from './deletion-waves.ts';
import type { ImageDeleter, Undeleted } from './image-deleter.ts';
import { imageFamily } from './image-family.ts';

export interface Deletion {
  readonly deleted: readonly string[];
  readonly kept: readonly Undeleted[];
}

/**
 * Deletes images of one repository, lists before what they hold. What belongs to an image that the registry kept is not tried:
 * an image must not lose its signatures because its own deletion failed.
 */
export async function deleteImages(
  repository: RepositoryAddress,
  images: readonly InventoryImage[],
  { deleter, signal }: { readonly deleter: ImageDeleter; readonly signal: AbortSignal },
): Promise<Deletion> {
  const { parents } = imageFamily(images);
  const deleted: string[] = [];
  const kept = new Map<string, Undeleted>();
  for (const wave of deletionWaves(images)) {
    const blocked = wave.flatMap((digest) => blockedBy(digest, parents.get(digest) ?? [], kept));
    for (const each of blocked) kept.set(each.digest, each);
    const tried = wave.filter((digest) => !kept.has(digest));
    if (signal.aborted) throw interrupted();
    for (const each of tried.length === 0 ? [] : await deleter.delete(repository, tried)) kept.set(each.digest, each);
    deleted.push(...tried.filter((digest) => !kept.has(digest)));
  }
  return { deleted, kept: [...kept.values()] };
}

function blockedBy(digest: string, parents: readonly string[], kept: ReadonlyMap<string, Undeleted>): Undeleted[] {
  const parent = parents.find((each) => kept.has(each));
  return parent === undefined
    ? []
    : [{ digest, code: 'not-tried', reason: `it belongs to ${parent}, which could not be deleted` }];
}
