import { describe, expect, it } from '@jest/globals';
import { MemoryImageRegistry } from '../registry/memory-image-registry.ts';
import { putIndex, putReferrer, sha256 } from '../testing/oci-parts.ts';
import { putDescribedImage } from '../testing/put-described-image.ts';
import { choosePlatforms } from './choose-platforms.ts';
import { readImage } from './read-image.ts';

const layers = [
  { content: 'base', madeBy: 'ADD rootfs.tar / # buildkit' },
  { content: 'application', madeBy: 'COPY a /a # buildkit' },
];

describe('readImage', () => {
  it('gives each layer its bytes and the line of history that made it, and leaves out lines that made none', async () => {
    const registry = new MemoryImageRegistry();
    await putDescribedImage(registry, { tag: 'v1', layers, emptyLines: ['ENV A=1', 'CMD ["/a"]'] });
    const image = await readImage(registry, 'v1');
    expect(image?.platforms[0]?.layers).toEqual([
      { digest: sha256('base'), bytes: 4, madeBy: 'ADD rootfs.tar /' },
      { digest: sha256('application'), bytes: 11, madeBy: 'COPY a /a' },
    ]);
  });

  it('claims no line where history has not one for each layer', async () => {
    const registry = new MemoryImageRegistry();
    const text = JSON.stringify({ os: 'linux', architecture: 'amd64', history: [{ created_by: 'squashed' }] });
    const size = text.length;
    await registry.writeBlob(sha256(text), size, () => ReadableStream.from([Buffer.from(text)]));
    const mediaType = 'application/vnd.docker.container.image.v1+json';
    const config = { mediaType, digest: sha256(text), size };
    const both = [sha256('1'), sha256('2')].map((digest) => ({ digest, size: 7 }));
    const type = 'application/vnd.docker.distribution.manifest.v2+json';
    await registry.putManifest('v1', { mediaType: type, text: JSON.stringify({ config, layers: both }) });
    const image = await readImage(registry, 'v1');
    expect(image?.platforms[0]?.layers.map(({ madeBy }) => madeBy)).toEqual([undefined, undefined]);
    expect(image?.platforms[0]?.compressedBytes).toBe(size + 14);
  });

  it('does not believe a registry that sends another config than the manifest names', async () => {
    const registry = new MemoryImageRegistry();
    await putDescribedImage(registry, { tag: 'v1', layers });
    registry.readBlob = () => ReadableStream.from([Buffer.from('{"os":"linux","architecture":"arm64"}')]);
    await expect(readImage(registry, 'v1')).rejects.toMatchObject({ code: 'registry-failed' });
  });

  it('reads how a container is started', async () => {
    const registry = new MemoryImageRegistry();
    const config = {
      User: '10001',
      WorkingDir: '/app',
      Entrypoint: ['python'],
      Cmd: ['main.py'],
      Env: ['PORT=8080', 'API_TOKEN=fake'],
      ExposedPorts: { '8080/tcp': {} },
      Volumes: null,
    };
    await putDescribedImage(registry, { tag: 'v1', config, labels: { colour: 'blue' } });
    expect((await readImage(registry, 'v1'))?.platforms[0]?.config).toEqual({
      created: undefined,
      labels: { colour: 'blue' },
      user: '10001',
      workingDirectory: '/app',
      entrypoint: ['python'],
      command: ['main.py'],
      environment: [{ name: 'PORT', value: '8080' }, { name: 'API_TOKEN' }],
      ports: ['8080/tcp'],
      volumes: [],
    });
  });

  it("reads each platform of an index, and keeps BuildKit's attestations apart", async () => {
    const registry = new MemoryImageRegistry();
    const amd = await putDescribedImage(registry, { layers });
    const arm = await putDescribedImage(registry, { layers, architecture: 'arm64' });
    const artifactType = 'application/vnd.in-toto+json';
    const attestation = await putReferrer(registry, { subject: amd, content: '{}', artifactType });
    const index = await putIndex(registry, [
      { ...amd, platform: { os: 'linux', architecture: 'amd64' } },
      { ...arm, platform: { os: 'linux', architecture: 'arm64' } },
      { ...attestation, annotations: { 'vnd.docker.reference.type': 'attestation-manifest' } },
    ]);
    await registry.addTag(index.digest, 'v1');
    const image = await readImage(registry, 'v1');
    expect(image?.platforms.map(({ platform, digest }) => [platform, digest])).toEqual([
      ['linux/amd64', amd.digest],
      ['linux/arm64', arm.digest],
    ]);
    expect(image?.attestations).toEqual([attestation.digest]);
    if (image === undefined) throw new Error('there is no image');
    expect(choosePlatforms(image, 'linux/arm64')).toEqual([image.platforms[1]]);
    expect(() => choosePlatforms(image, 'windows/amd64')).toThrow("has no image for 'windows/amd64'");
  });

  it('finds nothing under a tag that is not there', async () => {
    expect(await readImage(new MemoryImageRegistry(), 'v1')).toBeUndefined();
  });

  it('says that a signature is no image, and that an index lacks one of its images', async () => {
    const registry = new MemoryImageRegistry();
    const subject = await putDescribedImage(registry, {});
    const artifactType = 'application/vnd.example.signature';
    const signature = await putReferrer(registry, { subject, content: 'fake', artifactType });
    const index = await putIndex(registry, [{ mediaType: 'x', digest: sha256('none'), size: 1 }]);
    await expect(readImage(registry, signature.digest)).rejects.toMatchObject({ code: 'image-missing' });
    await expect(readImage(registry, index.digest)).rejects.toThrow(`the index names '${sha256('none')}'`);
  });

  it('says that a manifest is not what the specification describes', async () => {
    const registry = new MemoryImageRegistry();
    await registry.putManifest('v1', { mediaType: 'application/vnd.oci.image.manifest.v1+json', text: '{"layers":1}' });
    await expect(readImage(registry, 'v1')).rejects.toMatchObject({ code: 'registry-failed' });
  });
});
