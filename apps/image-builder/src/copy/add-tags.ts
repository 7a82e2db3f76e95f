import type { Digest } from '@slipway/images';
import type { ImageRegistry } from '../registry/image-registry.ts';
import { copyFailed } from './copy-failure.ts';

export interface NewTags {
  readonly digest: Digest;
  readonly tags: readonly string[];
}

/** Gives tags to an image that is there, and asks whether each is so. @throws Failure `tag-conflict`, `copy-failed` */
export async function addTags(
  { digest, tags }: NewTags,
  to: ImageRegistry,
  say: (line: string) => void,
): Promise<void> {
  for (const tag of tags) {
    await to.addTag(digest, tag);
    prove({ name: tag, seen: await to.digestOf(tag), wanted: digest });
    say(`tagged: ${tag}`);
  }
}

/** @throws Failure `copy-failed` */
export function prove({ name, seen, wanted }: { name: string; seen: Digest | undefined; wanted: Digest }): void {
  if (seen !== wanted)
    throw copyFailed(`the target shows '${seen ?? 'nothing'}' at '${name}' after the copy, not '${wanted}'`);
}
