import { INPUTS_HASH_LABEL } from '@slipway/images';
import type { Digest, Tag } from '@slipway/images';
import type { RemoteImage } from '../../registry/image-registry.ts';

/** What the registry and the engine hold before a push. */
export interface PushFacts {
  readonly inputsHash: string;
  /** The tags that the image gets in this repository; at least one doesn't move. */
  readonly tags: readonly Tag[];
  /** What the registry holds under these tags now. */
  readonly there: ReadonlyMap<string, RemoteImage>;
  /** What the registry holds under the digest of the last push. */
  readonly recorded: RemoteImage | undefined;
}

/** An image whose config was read. */
export type KnownImage = RemoteImage & { readonly imageId: Digest };

/** What `push` does: decided by content, before anything is sent. */
export type PushPlan =
  /** A tag that doesn't move holds something else. */
  | {
      readonly action: 'refuse';
      readonly tag: string;
      readonly there: RemoteImage;
      readonly ours: RemoteImage | undefined;
    }
  /** The registry has the image under all its tags. */
  | { readonly action: 'keep'; readonly image: KnownImage }
  /** The registry has the image and lacks tags of it. */
  | { readonly action: 'tag'; readonly image: KnownImage; readonly tags: readonly string[] }
  /** The registry lacks the image: it is pushed under `tag`, then gets the other tags. */
  | { readonly action: 'push'; readonly tag: string; readonly others: readonly string[] };

export function planPush({ inputsHash, tags, there, recorded }: PushFacts): PushPlan {
  const fixed = tags.filter(({ moving }) => !moving).map(({ name }) => name);
  const [first = ''] = fixed;
  const candidates = [...tags.map(({ name }) => there.get(name)), recorded];
  const ours = candidates.find((image) => isOurs(image, inputsHash));
  const taken = fixed.find((tag) => there.has(tag) && !isOurs(there.get(tag), inputsHash));
  const holder = taken === undefined ? undefined : there.get(taken);
  if (taken !== undefined && holder !== undefined) return { action: 'refuse', tag: taken, there: holder, ours };
  const names = tags.map(({ name }) => name);
  if (ours === undefined) return { action: 'push', tag: first, others: names.filter((name) => name !== first) };
  const missing = names.filter((name) => there.get(name)?.digest !== ours.digest);
  return missing.length === 0 ? { action: 'keep', image: ours } : { action: 'tag', image: ours, tags: missing };
}

function isOurs(image: RemoteImage | undefined, inputsHash: string): image is KnownImage {
  return image?.imageId !== undefined && image.labels[INPUTS_HASH_LABEL] === inputsHash;
}
