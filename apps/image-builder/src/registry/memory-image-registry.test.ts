import { expect, it } from '@jest/globals';
import { imageRegistryContract } from './image-registry.contract.ts';
import { MemoryImageRegistry } from './memory-image-registry.ts';

const registry = new MemoryImageRegistry(['latest']);
const neighbour = new MemoryImageRegistry();
registry.neighbours.set('shop/web', neighbour);
const imageId = `sha256:${'1'.repeat(64)}` as const;

imageRegistryContract(() => ({
  registry,
  neighbour: { name: 'shop/web', registry: neighbour },
  put: (tag, labels) => Promise.resolve(registry.put(tag, { imageId, labels })),
}));

it('refuses to move an immutable tag', async () => {
  const other = registry.put('other', { imageId: `sha256:${'2'.repeat(64)}`, labels: {} });
  registry.put('latest', { imageId, labels: {} });
  await registry.addTag(other, 'latest');
  await expect(registry.addTag(other, 'v1')).rejects.toMatchObject({ code: 'tag-conflict' });
});
