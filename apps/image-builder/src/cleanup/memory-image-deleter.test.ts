import { expect, it } from '@jest/globals';
import { MemoryRegistry } from '@slipway/ecr-inventory/testing';
import type { InventoryImage } from '@slipway/lifecycle';
import { imageDeleterContract } from './image-deleter.contract.ts';
import { MemoryImageDeleter } from './memory-image-deleter.ts';
import { digestOf, testImage } from './test-image.ts';

const repository = { account: '111111111111', region: 'us-east-1', name: 'cleanup/api' };

function open() {
  const registry = new MemoryRegistry(repository.account);
  const images: InventoryImage[] = [];
  registry.put(repository.region, repository.name, {});
  return {
    deleter: new MemoryImageDeleter(registry),
    repository,
    push: (content: string, more: { tags: readonly string[]; children?: readonly string[] }) => {
      images.push(testImage(content, { age: 1, ...more }));
      registry.put(repository.region, repository.name, { images });
      return Promise.resolve(digestOf(content));
    },
    digests: async () => ((await registry.inventory(repository))?.images ?? []).map(({ digest }) => digest),
  };
}

imageDeleterContract(() => Promise.resolve(open()));

// ECR's API reference, ImageFailureCode: the emulator of the end-to-end tests has no such check.
it('keeps an image that a manifest list holds, as ECR does', async () => {
  const { deleter, push, digests } = open();
  const child = await push('child', { tags: [] });
  const index = await push('index', { tags: ['v1'], children: [child] });
  expect(await deleter.delete(repository, [child])).toMatchObject([
    { digest: child, code: 'ImageReferencedByManifestList' },
  ]);
  expect(await digests()).toEqual([child, index]);
});
