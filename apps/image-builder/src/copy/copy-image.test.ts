import { setTimeout } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { memoryProgress } from '@slipway/cli';
import { MemoryImageRegistry } from '../registry/memory-image-registry.ts';
import { putImage, putIndex, putReferrer, sha256 } from '../testing/oci-parts.ts';
import { copyImage, planCopy } from './copy-image.ts';
import type { CopyRequest } from './copy-image.ts';

const SBOM = 'application/vnd.cyclonedx+json';
const SIGNATURE = 'application/vnd.example.signature';

function setting() {
  const from = new MemoryImageRegistry();
  const to = new MemoryImageRegistry(['latest']);
  const request = (more: Pick<CopyRequest, 'digest'> & Partial<CopyRequest>): CopyRequest => ({
    from,
    to,
    tags: [],
    progress: memoryProgress(),
    signal: new AbortController().signal,
    ...more,
  });
  return { from, to, request };
}

describe('copyImage', () => {
  it('makes the target hold the same bytes under the same digest and the tags', async () => {
    const { from, to, request } = setting();
    const { digest } = await putImage(from, ['one', 'second']);
    const facts = await copyImage(request({ digest, tags: ['v1', 'latest'] }));
    const config = JSON.stringify({
      architecture: 'amd64',
      os: 'linux',
      rootfs: { type: 'layers', diff_ids: [sha256('one'), sha256('second')] },
    });
    expect(facts).toEqual({
      digest,
      manifests: 1,
      blobsCopied: 3,
      blobsMounted: 0,
      blobsThere: 0,
      bytesCopied: config.length + 'one'.length + 'second'.length,
    });
    expect(await to.manifest(digest)).toEqual(await from.manifest(digest));
    expect(to.tagged).toEqual({ v1: digest, latest: digest });
  });

  it('sends nothing the second time', async () => {
    const { from, to, request } = setting();
    const { digest } = await putImage(from, ['one']);
    await copyImage(request({ digest, tags: ['v1'] }));
    const sent = to.uploads.length;
    const again = await copyImage(request({ digest, tags: ['v1'] }));
    expect(again).toEqual({ digest, manifests: 0, blobsCopied: 0, blobsMounted: 0, blobsThere: 2, bytesCopied: 0 });
    expect(to.uploads).toHaveLength(sent);
  });

  it('sends a layer that two images share once', async () => {
    const { from, to, request } = setting();
    const images = [await putImage(from, ['base', 'a']), await putImage(from, ['base', 'b'])];
    const { digest } = await putIndex(from, images);
    const facts = await copyImage(request({ digest, tags: ['v1'] }));
    expect(facts).toMatchObject({ manifests: 3, blobsCopied: 5 });
    expect(to.uploads.filter((blob) => blob === sha256('base'))).toHaveLength(1);
    for (const child of images) expect(await to.digestOf(child.digest)).toBe(child.digest);
  });

  it('stores what is named before what names it', async () => {
    const { from, request } = setting();
    const child = await putImage(from, ['a']);
    const index = await putIndex(from, [child]);
    const sbom = await putReferrer(from, { subject: index, content: '{"sbom":1}', artifactType: SBOM });
    const { manifests } = await planCopy(request({ digest: index.digest }));
    expect(manifests.map(({ digest }) => digest)).toEqual([child.digest, index.digest, sbom.digest]);
  });

  it('takes along what refers to the image, and what refers to that', async () => {
    const { from, to, request } = setting();
    const image = await putImage(from, ['a']);
    const sbom = await putReferrer(from, { subject: image, content: '{"sbom":1}', artifactType: SBOM });
    const signature = await putReferrer(from, { subject: sbom, content: 'signed', artifactType: SIGNATURE });
    await copyImage(request({ digest: image.digest }));
    expect(await to.referrers(image.digest)).toEqual(await from.referrers(image.digest));
    expect(await to.referrers(sbom.digest)).toMatchObject([{ digest: signature.digest, artifactType: SIGNATURE }]);
  });

  it('sends an SBOM that was attached after the image was copied', async () => {
    const { from, to, request } = setting();
    const image = await putImage(from, ['a']);
    await copyImage(request({ digest: image.digest }));
    const sbom = await putReferrer(from, { subject: image, content: '{"sbom":1}', artifactType: SBOM });
    expect(await copyImage(request({ digest: image.digest }))).toMatchObject({ manifests: 1, blobsCopied: 2 });
    expect(await to.referrers(image.digest)).toMatchObject([{ digest: sbom.digest }]);
  });

  it('mounts what the registry holds in the other repository, and sends no byte', async () => {
    const { from, to, request } = setting();
    to.neighbours.set('dev/api', from);
    const { digest } = await putImage(from, ['one']);
    const facts = await copyImage(request({ digest, mountFrom: 'dev/api' }));
    expect(facts).toMatchObject({ blobsMounted: 2, blobsCopied: 0, bytesCopied: 0 });
    expect(to.uploads).toEqual([]);
  });

  it('sends what the registry does not mount', async () => {
    const { from, request } = setting();
    const { digest } = await putImage(from, ['one']);
    expect(await copyImage(request({ digest, mountFrom: 'dev/api' }))).toMatchObject({
      blobsMounted: 0,
      blobsCopied: 2,
    });
  });

  it('says that the source lacks the image', async () => {
    const { request } = setting();
    const digest = sha256('nothing');
    await expect(copyImage(request({ digest }))).rejects.toMatchObject({
      code: 'image-missing',
      message: `the source doesn't have '${digest}'`,
    });
  });

  it.each([
    ['other bytes of the same size', 'two'],
    ['fewer bytes', 'on'],
    ['more bytes', 'one and more'],
  ])('refuses a source that sends %s, and stores no manifest and no tag', async (_, lie) => {
    const { from, to, request } = setting();
    const { digest } = await putImage(from, ['one']);
    const honest = from.readBlob.bind(from);
    from.readBlob = (blob) => (blob === sha256('one') ? ReadableStream.from([Buffer.from(lie)]) : honest(blob));
    await expect(copyImage(request({ digest, tags: ['v1'] }))).rejects.toMatchObject({ code: 'copy-failed' });
    expect(await to.digestOf(digest)).toBeUndefined();
    expect(to.tagged).toEqual({});
  });

  it('stops sending the others when one blob fails', async () => {
    const { from, to, request } = setting();
    const { digest } = await putImage(from, ['one', 'x'.repeat(1000)]);
    let stopped = false;
    from.readBlob = async function* (blob) {
      try {
        for (let piece = 0; piece < 1000; piece += 1) {
          await setTimeout(1);
          yield Buffer.from(blob === sha256('one') ? 'a lie' : 'x');
        }
      } finally {
        stopped ||= blob !== sha256('one');
      }
    };
    await expect(copyImage(request({ digest }))).rejects.toMatchObject({ code: 'copy-failed' });
    await setTimeout(50);
    expect(stopped).toBe(true);
    expect(to.uploads).toEqual([]);
  });

  it('refuses a manifest of another digest', async () => {
    const { from, request } = setting();
    const { digest } = await putImage(from, ['one']);
    const other = await from.manifest((await putImage(from, ['other'])).digest);
    from.manifest = () => Promise.resolve(other);
    await expect(copyImage(request({ digest }))).rejects.toMatchObject({ code: 'copy-failed' });
  });

  it('does not move a tag that stays', async () => {
    const { from, to, request } = setting();
    const first = await putImage(from, ['one']);
    const second = await putImage(from, ['two']);
    await copyImage(request({ digest: first.digest, tags: ['v1'] }));
    await expect(copyImage(request({ digest: second.digest, tags: ['v1'] }))).rejects.toMatchObject({
      code: 'tag-conflict',
    });
    expect(to.tagged).toEqual({ v1: first.digest });
  });

  it('sends nothing after the user ended it', async () => {
    const { from, to, request } = setting();
    const { digest } = await putImage(from, ['one']);
    await expect(copyImage(request({ digest, signal: AbortSignal.abort() }))).rejects.toMatchObject({
      code: 'interrupted',
    });
    expect(to.uploads).toEqual([]);
  });
});
