import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { testImage } from '../cleanup/test-image.ts';
import { blobsOf } from './blob.ts';
import { storedBytes } from './stored-bytes.ts';

const digest = (letter: string) => `sha256:${letter.repeat(64)}`;

describe('blobsOf', () => {
  it('finds config and layers, and not what is stored elsewhere', () => {
    const manifest = {
      schemaVersion: 2,
      config: { mediaType: 'application/vnd.oci.image.config.v1+json', digest: digest('a'), size: 10 },
      layers: [
        { mediaType: 'application/vnd.oci.image.layer.v1.tar+gzip', digest: digest('b'), size: 20 },
        { mediaType: 'application/vnd.oci.image.layer.nondistributable.v1.tar+gzip', digest: digest('c'), size: 30 },
        { mediaType: 'application/vnd.docker.image.rootfs.foreign.diff.tar.gzip', digest: digest('d'), size: 40 },
      ],
    };
    expect(blobsOf(JSON.stringify(manifest))).toEqual([
      { digest: digest('a'), bytes: 10 },
      { digest: digest('b'), bytes: 20 },
    ]);
  });

  it('finds nothing in an index: its images are in the repository on their own', () => {
    const manifests = [{ mediaType: 'application/vnd.oci.image.manifest.v1+json', digest: digest('a'), size: 500 }];
    expect(blobsOf(JSON.stringify({ schemaVersion: 2, manifests }))).toEqual([]);
  });
});

describe('storedBytes', () => {
  it('counts a layer once, and takes the size that ECR reports where layers are not known', () => {
    const [one, other, unread] = ['one', 'other', 'unread'].map((name) => testImage(name, { age: 1, sizeBytes: 7 }));
    if (one === undefined || other === undefined || unread === undefined) throw new Error('no images');
    const base = { digest: 'base', bytes: 100 };
    const blobs = new Map([
      [one.digest, [base, { digest: 'a', bytes: 1 }]],
      [other.digest, [base, base, { digest: 'b', bytes: 2 }]],
    ]);
    expect(storedBytes([one, other, unread], blobs)).toBe(110);
  });

  const layers = fc.array(fc.record({ digest: fc.constantFrom('a', 'b', 'c', 'd'), bytes: fc.constant(5) }), {
    maxLength: 5,
  });
  const repository = fc.array(layers, { maxLength: 6 }).map((all) => {
    const images = all.map((_, index) => testImage(String(index), { age: 1 }));
    return { images, blobs: new Map(images.map((image, index) => [image.digest, all[index] ?? []])) };
  });

  it('is at least the largest image and at most the sum of all, in any order, and grows with every image', () => {
    fc.assert(
      fc.property(repository, ({ images, blobs }) => {
        const alone = images.map((image) => storedBytes([image], blobs));
        const all = storedBytes(images, blobs);
        expect(all).toBeGreaterThanOrEqual(Math.max(0, ...alone));
        expect(all).toBeLessThanOrEqual(alone.reduce((sum, bytes) => sum + bytes, 0));
        expect(storedBytes([...images].reverse(), blobs)).toBe(all);
        expect(storedBytes(images.slice(1), blobs)).toBeLessThanOrEqual(all);
      }),
    );
  });
});
