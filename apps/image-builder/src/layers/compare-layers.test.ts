import { expect, it } from '@jest/globals';
import type { PlatformImage } from './stored-image.ts';
import { MemoryImageRegistry } from '../registry/memory-image-registry.ts';
import { putImage, sha256 } from '../testing/oci-parts.ts';
import { compareLayers } from './compare-layers.ts';
import { readImage } from './read-image.ts';

const CONFIG = 60;

async function image(contents: readonly string[], config = CONFIG): Promise<PlatformImage> {
  const registry = new MemoryImageRegistry();
  const read = await readImage(registry, (await putImage(registry, contents)).digest);
  const [platform] = read?.platforms ?? [];
  if (platform === undefined) throw new Error('there is no image');
  const bytes = contents.join('').length;
  return { ...platform, compressedBytes: bytes + config };
}

it('counts what a host with the first image pulls to get the second: new layers and the config', async () => {
  const compared = compareLayers(await image(['base', 'old']), await image(['base', 'newer']));
  expect(compared.shared.map(({ digest }) => digest)).toEqual([sha256('base')]);
  expect(compared.onlyBefore.map(({ digest }) => digest)).toEqual([sha256('old')]);
  expect(compared.onlyAfter.map(({ digest }) => digest)).toEqual([sha256('newer')]);
  expect(compared).toMatchObject({ sharedBytes: 4, pullBytes: 5 + CONFIG });
});

it('counts a layer once that an image holds twice', async () => {
  const compared = compareLayers(await image(['base']), await image(['base', 'twice', 'twice']));
  expect(compared.pullBytes).toBe(5 + CONFIG);
});

it('has nothing to pull for the same image', async () => {
  const same = await image(['base']);
  expect(compareLayers(same, same)).toMatchObject({ onlyAfter: [], onlyBefore: [], pullBytes: 0 });
});
