import type { ImageUse } from './image-use.ts';
import { writtenImage } from './written-image.ts';

/** What tells an image of a repository from others. */
export interface NamedImage {
  readonly digest: string;
  readonly tags: readonly string[];
  /** Digests of the images that a manifest list holds. @default none */
  readonly children?: readonly string[];
}

/**
 * What an image of a repository is needed for, itself or as a list that holds what is needed; those that name it by its digest first.
 * A digest counts in every repository: replication and promotion copy images, and two copies too many cost less than one too few.
 * A tag counts in repositories of that name, in any registry.
 */
export function usesOf(uses: readonly ImageUse[], repository: string): (image: NamedImage) => readonly ImageUse[] {
  const byDigest = new Map<string, ImageUse[]>();
  const byTag = new Map<string, ImageUse[]>();
  for (const use of uses) {
    const { digest, tag } = namesIn(use, repository);
    if (digest !== undefined) add(byDigest, digest, use);
    if (tag !== undefined) add(byTag, tag, use);
  }
  return ({ digest, tags, children = [] }) => [
    ...[digest, ...children].flatMap((one) => byDigest.get(one) ?? []),
    ...tags.flatMap((tag) => byTag.get(tag) ?? []),
  ];
}

/** Uses whose address is of the repository, whatever image it names. An emulated registry puts the account before the name. */
export function usesOfRepository(uses: readonly ImageUse[], repository: string): readonly ImageUse[] {
  return uses.filter((use) => isNameOf(writtenImage(use.reference)?.repository ?? '', repository));
}

/** Whether somebody can say which image it is. */
export function isIdentified({ reference, digest, unidentified }: ImageUse): boolean {
  return unidentified !== true && (digest !== undefined || writtenImage(reference) !== undefined);
}

function namesIn(
  { reference, digest, unidentified }: ImageUse,
  repository: string,
): { readonly digest?: string; readonly tag?: string } {
  if (unidentified === true) return {};
  const written = writtenImage(reference);
  const known = digest ?? written?.digest;
  if (known !== undefined) return { digest: known };
  return written !== undefined && isNameOf(written.repository, repository) ? { tag: written.tag } : {};
}

function isNameOf(path: string, repository: string): boolean {
  return path === repository || path.endsWith(`/${repository}`);
}

function add(uses: Map<string, ImageUse[]>, name: string, use: ImageUse): void {
  const known = uses.get(name);
  if (known === undefined) uses.set(name, [use]);
  else known.push(use);
}
