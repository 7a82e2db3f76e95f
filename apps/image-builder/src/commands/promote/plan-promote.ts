import type { Digest } from '@slipway/images';

/** What both ends hold before a promotion. */
export interface PromoteFacts {
  readonly digest: Digest;
  /** The tags that stay, of the image at the source. */
  readonly tags: readonly string[];
  /** What the target holds under these tags. */
  readonly there: ReadonlyMap<string, Digest>;
  /** Whether the target holds the image. */
  readonly isThere: boolean;
  /** What is released in the target environment. */
  readonly current: Digest | undefined;
}

/** What `promote` does, decided before anything is sent. */
export type PromotePlan =
  /** No tag of the image stays, so the target would show it under none, and expire it. */
  | { readonly action: 'untagged' }
  /** A tag holds another image at the target. */
  | { readonly action: 'refuse'; readonly tag: string; readonly there: Digest }
  /** The target has the image under its tags, and it is what is released. */
  | { readonly action: 'keep' }
  /** `copy`: the target lacks the image or a tag of it. `record`: the ledger doesn't say that it is released. */
  | { readonly action: 'promote'; readonly copy: boolean; readonly record: boolean };

export function planPromote({ digest, tags, there, isThere, current }: PromoteFacts): PromotePlan {
  if (tags.length === 0) return { action: 'untagged' };
  for (const [tag, held] of there) if (held !== digest) return { action: 'refuse', tag, there: held };
  const copy = !isThere || there.size < tags.length;
  const record = current !== digest;
  return copy || record ? { action: 'promote', copy, record } : { action: 'keep' };
}

/** Tags under which registries without a referrers API list what refers to an image (OCI distribution spec 1.1, "referrers tag schema"). */
const REFERRERS_TAG = /^sha256-[0-9a-f]{64}/;

/** The tags that may go along: never one that moves in either environment. */
export function stayingTags(tags: readonly string[], moving: readonly string[]): string[] {
  return tags.filter((tag) => !moving.includes(tag) && !REFERRERS_TAG.test(tag));
}
