import type { InventoryImage } from '@slipway/lifecycle';
import { repositoryIn } from './repository-in.ts';

/** Something that an image is needed for: it runs somewhere, or a release names it. */
export interface Use {
  /** Such as `ecs`, or `ledger:prod`. */
  readonly source: string;
  /** Such as an image's address, or `the current release of 'server'`. */
  readonly reference: string;
  /** Digest of the image. @default what `reference` names by its tag */
  readonly digest?: string;
}

/**
 * Why an image is needed, undefined when it is not. A digest counts in every repository: replication and promotion copy images,
 * and two copies too many cost less than one too few. A tag counts in repositories of that name, in any registry.
 */
export function protection(uses: readonly Use[], repository: string): (image: InventoryImage) => string | undefined {
  const byDigest = new Map<string, Use>();
  const byTag = new Map<string, Use>();
  for (const use of uses) {
    const { digest, tag } = namesIn(use, repository);
    if (digest !== undefined) byDigest.set(digest, byDigest.get(digest) ?? use);
    if (tag !== undefined) byTag.set(tag, byTag.get(tag) ?? use);
  }
  return ({ digest, tags }) => {
    const use = byDigest.get(digest) ?? tags.map((tag) => byTag.get(tag)).find((found) => found !== undefined);
    return use && `in use: ${use.source}, ${use.reference}`;
  };
}

function namesIn({ reference, digest }: Use, repository: string): { digest?: string; tag?: string } {
  const written = repositoryIn(reference);
  const known = digest ?? written?.digest;
  if (known !== undefined) return { digest: known };
  if (written === undefined || !isNameOf(written.repository, repository)) return {};
  return { tag: written.tag };
}

/** An emulated registry puts the account before the name. */
function isNameOf(path: string, repository: string): boolean {
  return path === repository || path.endsWith(`/${repository}`);
}
