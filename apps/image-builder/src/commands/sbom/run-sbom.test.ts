import { buffer } from 'node:stream/consumers';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { pack } from 'tar-stream';
import { putImage, putIndex } from '../../testing/oci-parts.ts';
import type { Descriptor } from '../../testing/oci-parts.ts';
import { testWorld } from '../../testing/test-world.ts';
import { formatSbom } from './format-sbom.ts';
import { runSbom } from './run-sbom.ts';

async function layer(files: Readonly<Record<string, string>>): Promise<Buffer> {
  const made = pack();
  for (const [name, content] of Object.entries(files)) made.entry({ name }, content);
  made.finalize();
  return gzipSync(await buffer(made as never));
}

const base = {
  'etc/os-release': 'ID=debian\nVERSION_ID="12"\n',
  'var/lib/dpkg/status': 'Package: libc6\nStatus: install ok installed\nVersion: 2.36\nArchitecture: amd64\n',
};
const python = { 'venv/a-1.dist-info/METADATA': 'Name: a\nVersion: 1\n' };

async function setting(...layers: readonly Readonly<Record<string, string>>[]) {
  const test = testWorld('/nowhere');
  const contents: Buffer[] = [];
  for (const files of layers) contents.push(await layer(files));
  const image = await putImage(test.dev, contents);
  return { ...test, image, options: optionsFor(image) };
}

function optionsFor({ digest }: Descriptor) {
  return { container: 'api', environment: 'dev', reference: digest, recordDir: 'records', dryRun: false };
}

describe('runSbom', () => {
  it('attaches the SBOM to the image, which stays as it is', async () => {
    const { world, dev, image, options } = await setting(base, python);
    const before = await dev.manifest(image.digest);
    const report = await runSbom(options, world);
    expect(report).toMatchObject({ isIndex: false, attestations: [] });
    expect(report.images).toMatchObject([
      { platform: 'linux/amd64', result: 'attached', debianPackages: 1, pythonPackages: 1, hasPackageDatabase: true },
    ]);
    expect(await dev.referrers(image.digest)).toEqual([
      {
        digest: report.images[0]?.sbom,
        mediaType: 'application/vnd.oci.image.manifest.v1+json',
        artifactType: 'application/vnd.cyclonedx+json',
      },
    ]);
    expect(await dev.manifest(image.digest)).toEqual(before);
  });

  it('makes an artifact as the OCI image spec 1.1 has it', async () => {
    const { world, dev, image, options } = await setting(base);
    const [made] = (await runSbom(options, world)).images;
    const manifest = JSON.parse((await dev.manifest(made?.sbom ?? ''))?.text ?? '') as {
      layers: { digest: `sha256:${string}` }[];
    };
    expect(manifest).toMatchObject({
      schemaVersion: 2,
      artifactType: 'application/vnd.cyclonedx+json',
      // the descriptor of the empty JSON that the spec gives
      config: {
        mediaType: 'application/vnd.oci.empty.v1+json',
        digest: 'sha256:44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a',
        size: 2,
      },
      subject: image,
    });
    const content = dev.blob(manifest.layers[0]?.digest ?? 'sha256:');
    expect(JSON.parse(Buffer.from(content ?? []).toString())).toEqual(made?.document);
  });

  it('attaches nothing the second time', async () => {
    const { world, dev, image, options } = await setting(base);
    await runSbom(options, world);
    const { uploads } = dev;
    const sent = uploads.length;
    expect((await runSbom(options, world)).images).toMatchObject([{ result: 'there already' }]);
    expect(uploads).toHaveLength(sent);
    expect(await dev.referrers(image.digest)).toHaveLength(1);
  });

  it('attaches nothing in a dry run, and says what it would do', async () => {
    const { world, dev, image, options } = await setting(base);
    const report = await runSbom({ ...options, dryRun: true }, world);
    expect(report.images).toMatchObject([
      { result: 'would be attached', document: { bomFormat: 'CycloneDX', specVersion: '1.6' } },
    ]);
    expect(await dev.referrers(image.digest)).toEqual([]);
  });

  it('says that an image without a package database is not known to its bottom', async () => {
    const { world, options } = await setting(python);
    const report = await runSbom(options, world);
    expect(report.images).toMatchObject([{ debianPackages: 0, pythonPackages: 1, hasPackageDatabase: false }]);
    expect(JSON.stringify(formatSbom(report))).toContain('not known');
  });

  it('says it of none that it does not find', async () => {
    const { world, dev } = await setting(base);
    const index = await putIndex(dev, []);
    await expect(runSbom(optionsFor(index), world)).rejects.toMatchObject({ code: 'image-missing' });
  });

  it('says that nothing tells which image is meant', async () => {
    const { world, options } = await setting(base);
    const { reference, ...without } = options;
    expect(reference).toBeDefined();
    await expect(runSbom(without, world)).rejects.toMatchObject({
      code: 'image-missing',
      fix: 'name it by --tag or --digest, or push it from here',
    });
  });
});

describe('runSbom of an index', () => {
  async function index() {
    const test = testWorld('/nowhere');
    const intel = await putImage(test.dev, [await layer(base), await layer(python)]);
    const arm = await putImage(test.dev, [await layer(base)], 'arm64');
    // BuildKit documentation, attestation storage: a manifest beside the images, with this platform and these annotations
    const attestation = await putImage(test.dev, ['{"_type":"https://in-toto.io/Statement/v0.1"}'], 'unknown');
    const annotations = {
      'vnd.docker.reference.type': 'attestation-manifest',
      'vnd.docker.reference.digest': intel.digest,
    };
    const entries = [
      { ...intel, platform: { os: 'linux', architecture: 'amd64' } },
      { ...arm, platform: { os: 'linux', architecture: 'arm64' } },
      { ...attestation, platform: { os: 'unknown', architecture: 'unknown' }, annotations },
    ];
    return { ...test, intel, arm, attestation, index: await putIndex(test.dev, entries) };
  }

  it('attaches to the image of each platform its own SBOM, and nothing to the index and to attestations', async () => {
    const { world, dev, intel, arm, attestation, index: named } = await index();
    const { images, ...report } = await runSbom(optionsFor(named), world);
    expect(report).toMatchObject({ isIndex: true, attestations: [attestation.digest] });
    expect(images).toMatchObject([
      { platform: 'linux/amd64', digest: intel.digest, result: 'attached', pythonPackages: 1 },
      { platform: 'linux/arm64', digest: arm.digest, result: 'attached', pythonPackages: 0 },
    ]);
    expect(await dev.referrers(intel.digest)).toMatchObject([{ digest: images[0]?.sbom }]);
    expect(await dev.referrers(arm.digest)).toMatchObject([{ digest: images[1]?.sbom }]);
    expect(await dev.referrers(named.digest)).toEqual([]);
    expect(await dev.referrers(attestation.digest)).toEqual([]);
  });

  it('attaches only what is missing', async () => {
    const { world, arm, index: named } = await index();
    await runSbom(optionsFor(arm), world);
    const results = async () => (await runSbom(optionsFor(named), world)).images.map(({ result }) => result);
    expect(await results()).toEqual(['attached', 'there already']);
    expect(await results()).toEqual(['there already', 'there already']);
  });

  it('says of each platform what is in it, and what was skipped', async () => {
    const { world, arm, index: named } = await index();
    const text = JSON.stringify(formatSbom(await runSbom(optionsFor(named), world)));
    expect(text).toContain('linux/arm64');
    expect(text).toContain(arm.digest);
    expect(text).toContain('An index of 2 images');
    expect(text).toContain("BuildKit's attestations in it (1) are no images and were skipped.");
  });
});
