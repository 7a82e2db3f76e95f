import type { Digest } from '@slipway/images';
import { recordRelease } from '../../ledger/record-release.ts';
import { putDescribedImage } from '../../testing/put-described-image.ts';
import { testSpecs, testWorld } from '../../testing/test-world.ts';

/** A world whose dev environment had these releases, one letter each; the last one also has the tags that move. */
export async function releasesOf(...letters: readonly string[]) {
  const setting = testWorld('/nowhere');
  const release = async (letter: string): Promise<Digest> => {
    const { digest } = await putDescribedImage(setting.dev, { tag: `dev-${letter}`, layers: [{ content: letter }] });
    for (const tag of ['latest', 'dev-latest']) await setting.dev.addTag(digest, tag);
    const parts = { environment: testSpecs.dev, container: 'api', repository: 'shop/api', digest };
    await recordRelease(setting.world, { ...parts, action: 'publish', tags: [`dev-${letter}`] });
    return digest;
  };
  const digests: Digest[] = [];
  for (const letter of letters) digests.push(await release(letter));
  return { ...setting, digests, release };
}

export type Releases = Awaited<ReturnType<typeof releasesOf>>;
