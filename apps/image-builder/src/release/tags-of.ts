import { inParallel } from '@slipway/cli';
import type { Digest } from '@slipway/images';
import type { ImageRegistry } from '../registry/image-registry.ts';

/** Questions that a registry answers at the same time. */
const AT_ONCE = 8;

export interface TagQuestion {
  readonly digest: Digest;
  /** Tags that it may have. @default all tags of the repository, which a mere right to pull doesn't list (`ecr:ListImages`) */
  readonly among?: readonly string[] | undefined;
}

/** The tags under which a repository shows an image, in alphabetical order. */
export async function tagsOf(registry: ImageRegistry, { digest, among }: TagQuestion): Promise<string[]> {
  const tags = [...new Set(among ?? (await registry.tags()))].sort();
  const held = await digestsOf(registry, tags);
  return tags.filter((tag) => held.get(tag) === digest);
}

/** What is under each of these tags; tags that are not there are left out. */
export async function digestsOf(registry: ImageRegistry, tags: readonly string[]): Promise<Map<string, Digest>> {
  const work = async (tag: string) => [tag, await registry.digestOf(tag)] as const;
  const found = await inParallel(tags, { limit: AT_ONCE, work });
  return new Map(found.flatMap(([tag, digest]) => (digest === undefined ? [] : [[tag, digest] as const])));
}
