import type { ImageName } from './lifecycle-preview.ts';

/** An image may have 1,000 tags (Amazon ECR service quotas). */
const MOST = 4;

/** The tags of an image as far as they are shown, or its digest where it has none. */
export function shownTags({ digest, tags }: ImageName): readonly [string, ...string[]] {
  const [first, ...others] = tags;
  if (first === undefined) return [shortDigest(digest)];
  if (others.length < MOST) return [first, ...others];
  return [first, ...others.slice(0, MOST - 1), `and ${others.length - MOST + 1} more`];
}

/** `sha256:` and 12 digits: enough to find it. */
export function shortDigest(digest: string): string {
  return digest.slice(0, 'sha256:'.length + 12);
}
