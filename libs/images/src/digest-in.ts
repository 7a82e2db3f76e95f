import { isDigest } from './digest.ts';
import type { Digest } from './digest.ts';

/** The digest at the end of an image's address; undefined where it has none. */
export function digestIn(reference: string): Digest | undefined {
  const digest = reference.slice(reference.lastIndexOf('@') + 1);
  return isDigest(digest) ? digest : undefined;
}
