import { parseDigest } from './digest.ts';
import type { Digest } from './digest.ts';
import type { ImageRef } from './image-ref.ts';

/** A reference that can never mean another image: promotion, rollback and deployment take nothing less. */
export type DigestRef = ImageRef & { readonly digest: Digest; readonly tag: undefined };

/** @throws InvalidImageValue when `digest` is no sha256 digest. */
export function digestRef(ref: ImageRef, digest: string): DigestRef {
  return { registry: ref.registry, repository: ref.repository, tag: undefined, digest: parseDigest(digest) };
}
