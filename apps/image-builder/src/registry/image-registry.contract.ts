import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Digest } from '@slipway/images';
import { blobsContract } from './blobs.contract.ts';
import type { ImageRegistry } from './image-registry.ts';
import { manifestsContract } from './manifests.contract.ts';
import { mountsContract } from './mounts.contract.ts';
import { ABSENT } from './registry-setting.ts';
import type { RegistrySetting } from './registry-setting.ts';

/** What every image registry does; run against the fake and against a real one. */
export function imageRegistryContract(setting: () => RegistrySetting): void {
  describe('an image registry', () => {
    blobsContract(setting);
    mountsContract(setting);
    manifestsContract(setting);
  });
  describe('its images and tags', () => {
    let digest: Digest;
    let registry: ImageRegistry;
    beforeAll(async () => {
      registry = setting().registry;
      digest = await setting().put('v1', { colour: 'blue' });
    });

    it('shows an image with its labels, by tag and by digest', async () => {
      const image = await registry.find('v1');
      expect(image).toMatchObject({ digest, labels: { colour: 'blue' } });
      expect(image?.imageId).toMatch(/^sha256:[0-9a-f]{64}$/);
      expect(image?.compressedBytes).toBeGreaterThan(0);
      expect(await registry.find(digest)).toEqual(image);
      expect(await registry.digestOf('v1')).toBe(digest);
    });

    it('shows nothing under a tag or digest that it lacks', async () => {
      for (const reference of ['v0', ABSENT]) {
        expect(await registry.find(reference)).toBeUndefined();
        expect(await registry.digestOf(reference)).toBeUndefined();
      }
    });

    it('adds a tag to an image that it holds, as often as asked', async () => {
      await registry.addTag(digest, 'v1-again');
      await registry.addTag(digest, 'v1-again');
      expect(await registry.digestOf('v1-again')).toBe(digest);
      expect(await registry.digestOf('v1')).toBe(digest);
    });

    it('adds no tag to an image that it lacks', async () => {
      await expect(registry.addTag(ABSENT, 'v2')).rejects.toMatchObject({ name: 'Failure' });
      expect(await registry.digestOf('v2')).toBeUndefined();
    });
  });
}
