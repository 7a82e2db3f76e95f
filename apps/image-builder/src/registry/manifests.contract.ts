import { beforeAll, expect, it } from '@jest/globals';
import type { Digest } from '@slipway/images';
import { putImage, putIndex, putReferrer, sha256 } from '../testing/oci-parts.ts';
import type { ImageRegistry } from './image-registry.ts';
import { ABSENT } from './registry-setting.ts';
import type { RegistrySetting } from './registry-setting.ts';

/** What every image registry does with manifests and what refers to them. */
export function manifestsContract(setting: () => RegistrySetting): void {
  let registry: ImageRegistry;
  beforeAll(() => {
    registry = setting().registry;
  });

  it('keeps a manifest byte for byte, under its digest and a tag', async () => {
    const image = await putImage(registry, ['layer']);
    const kept = await registry.manifest(image.digest);
    expect(kept).toMatchObject({ digest: image.digest, mediaType: image.mediaType });
    expect(sha256(kept?.text ?? '')).toBe(image.digest);
    // Spaces are part of the bytes.
    const text = `${kept?.text ?? ''}\n`;
    expect(await registry.putManifest('spaced', { mediaType: image.mediaType, text })).toBe(sha256(text));
    expect(await registry.manifest('spaced')).toEqual({ mediaType: image.mediaType, text, digest: sha256(text) });
  });

  it('lacks a manifest that was never sent', async () => {
    expect(await registry.manifest(ABSENT)).toBeUndefined();
  });

  it('shows an index of images, which has no config', async () => {
    const index = await putIndex(registry, [await putImage(registry, ['layer'])]);
    expect(await registry.find(index.digest)).toMatchObject({ digest: index.digest, imageId: undefined });
  });

  it('lists its tags', async () => {
    for (const tag of ['listed', 'also-listed']) await setting().put(tag, {});
    expect(await registry.tags()).toEqual(expect.arrayContaining(['listed', 'also-listed']));
  });

  it('lists what refers to an image, each once', async () => {
    const subject = await putImage(registry, ['with an SBOM']);
    expect(await registry.referrers(subject.digest)).toEqual([]);
    const artifacts = ['application/vnd.cyclonedx+json', 'application/vnd.example.signature'];
    const found: Digest[] = [];
    for (const artifactType of [...artifacts, ...artifacts]) {
      found.push((await putReferrer(registry, { subject, content: artifactType, artifactType })).digest);
    }
    const referrers = await registry.referrers(subject.digest);
    expect(new Map(referrers.map((referrer) => [referrer.digest, referrer.artifactType]))).toEqual(
      new Map(artifacts.map((artifactType, index) => [found[index], artifactType])),
    );
    expect(referrers).toHaveLength(2);
  });
}
