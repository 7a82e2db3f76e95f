import { isDigest } from '@slipway/images';
import type { Digest } from '@slipway/images';

/** The digest at the end of an image's address; undefined where it has none. */
export function digestIn(reference: string): Digest | undefined {
  const digest = reference.slice(reference.lastIndexOf('@') + 1);
  return isDigest(digest) ? digest : undefined;
}
