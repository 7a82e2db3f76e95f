import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { memoryProgress } from '@slipway/cli';
import { HttpImageRegistry } from '../registry/http-image-registry.ts';
import { referrersTag } from '../registry/referrer.ts';
import { startDockerRegistry } from '../testing/docker-registry.ts';
import type { TestRegistry } from '../testing/docker-registry.ts';
import { putImage, putIndex, putReferrer } from '../testing/oci-parts.ts';
import { copyImage } from './copy-image.ts';
import type { CopyRequest } from './copy-image.ts';

const SBOM = 'application/vnd.cyclonedx+json';
const SIGNATURE = 'application/vnd.example.signature';
/** More than a connection takes at once. */
const LAYER_BYTES = 8_000_000;

let dev: TestRegistry;
let prod: TestRegistry;
beforeAll(async () => {
  dev = await startDockerRegistry();
  prod = await startDockerRegistry();
});
afterAll(async () => {
  await dev.stop();
  await prod.stop();
});

function repository({ host, credentials }: TestRegistry, name: string): HttpImageRegistry {
  return new HttpImageRegistry({
    uri: `${host}/${name}`,
    scheme: 'http:',
    account: '111111111111',
    region: 'us-east-1',
    credentials,
  });
}

function request(parts: Pick<CopyRequest, 'from' | 'to' | 'digest'> & Partial<CopyRequest>): CopyRequest {
  return { tags: [], progress: memoryProgress(), signal: new AbortController().signal, ...parts };
}

describe('copyImage', () => {
  it('copies an index with its images, SBOMs and signatures from one registry to another', async () => {
    const [from, to] = [repository(dev, 'shop/api'), repository(prod, 'shop/api')];
    const base = randomBytes(LAYER_BYTES);
    const images = [await putImage(from, [base, 'amd64']), await putImage(from, [base, 'arm64'])];
    const index = await putIndex(from, images);
    const sbom = await putReferrer(from, { subject: index, content: '{"sbom":1}', artifactType: SBOM });
    await putReferrer(from, { subject: sbom, content: 'signed', artifactType: SIGNATURE });

    const facts = await copyImage(request({ from, to, digest: index.digest, tags: ['v1'] }));
    // 2 images x (config, own layer), the shared layer, SBOM, signature, and the empty config of both.
    expect(facts).toMatchObject({ digest: index.digest, manifests: 5, blobsCopied: 8, blobsThere: 0 });
    expect(facts.bytesCopied).toBeGreaterThan(LAYER_BYTES);
    for (const { digest } of [index, ...images, sbom]) {
      expect(await to.manifest(digest)).toEqual(await from.manifest(digest));
      expect(await to.referrers(digest)).toEqual(await from.referrers(digest));
    }
    expect(await to.referrers(sbom.digest)).toMatchObject([{ artifactType: SIGNATURE }]);
    expect(await to.digestOf('v1')).toBe(index.digest);

    const again = await copyImage(request({ from, to, digest: index.digest, tags: ['v1'] }));
    expect(again).toEqual({
      digest: index.digest,
      manifests: 0,
      blobsCopied: 0,
      blobsMounted: 0,
      blobsThere: 8,
      bytesCopied: 0,
    });
  });

  it('sends no byte from one repository to another of the same registry', async () => {
    const [from, to] = [repository(dev, 'team/api'), repository(dev, 'team/released')];
    const { digest } = await putImage(from, [randomBytes(1000), 'second']);
    const facts = await copyImage(request({ from, to, digest, mountFrom: 'team/api', tags: ['v1'] }));
    expect(facts).toEqual({ digest, manifests: 1, blobsCopied: 0, blobsMounted: 3, blobsThere: 0, bytesCopied: 0 });
    expect(await to.digestOf('v1')).toBe(digest);
  });

  it('lists a referrer that an earlier copy stored and did not come to list', async () => {
    const [from, to] = [repository(dev, 'left/api'), repository(prod, 'left/api')];
    const image = await putImage(from, ['layer']);
    const sbom = await putReferrer(from, { subject: image, content: '{"sbom":1}', artifactType: SBOM });
    await copyImage(request({ from, to, digest: image.digest }));
    await to.putManifest(referrersTag(image.digest), {
      mediaType: 'application/vnd.oci.image.index.v1+json',
      text: JSON.stringify({ schemaVersion: 2, mediaType: 'application/vnd.oci.image.index.v1+json', manifests: [] }),
    });
    expect(await to.referrers(image.digest)).toEqual([]);
    await copyImage(request({ from, to, digest: image.digest }));
    expect(await to.referrers(image.digest)).toMatchObject([{ digest: sbom.digest }]);
  });

  it('finishes in the next run what the user ended in the middle', async () => {
    const ending = new AbortController();
    const progress: CopyRequest['progress'] = {
      during: (_, work) =>
        work(() => {
          ending.abort();
        }),
      warn: () => undefined,
    };
    const [from, to] = [repository(dev, 'ended/api'), repository(prod, 'ended/api')];
    const layers = Array.from({ length: 8 }, () => randomBytes(100_000));
    const { digest } = await putImage(from, layers);
    const tags = ['v1'];
    const ended = copyImage(request({ from, to, digest, tags, progress, signal: ending.signal }));
    await expect(ended).rejects.toMatchObject({ code: 'interrupted' });
    expect([await to.digestOf(digest), await to.digestOf('v1')]).toEqual([undefined, undefined]);

    const facts = await copyImage(request({ from, to, digest, tags }));
    expect(facts.blobsThere).toBeGreaterThan(0);
    expect(facts.blobsThere + facts.blobsCopied).toBe(layers.length + 1);
    expect(await to.digestOf('v1')).toBe(digest);
  });

  it('lets two copies of the same image at once both succeed', async () => {
    const [from, to] = [repository(dev, 'twice/api'), repository(prod, 'twice/api')];
    const { digest } = await putImage(from, [randomBytes(LAYER_BYTES)]);
    const both = [1, 2].map(() => copyImage(request({ from, to, digest, tags: ['v1'] })));
    expect(await Promise.all(both)).toMatchObject([{ digest }, { digest }]);
    expect(await to.digestOf('v1')).toBe(digest);
  });
});
