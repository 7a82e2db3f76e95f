import type { Digest } from '@slipway/images';
import { Failure } from '../../failure.ts';
import { readImage } from '../../layers/read-image.ts';
import type { PlatformImage } from '../../layers/stored-image.ts';
import type { ImageRegistry } from '../../registry/image-registry.ts';
import { cycloneDx } from '../../sbom/cyclone-dx.ts';
import { imageContents } from '../../sbom/image-contents.ts';
import type { ImageContents } from '../../sbom/image-contents.ts';
import { readPackageFiles } from '../../sbom/package-files.ts';
import { sbomArtifact } from '../../sbom/sbom-artifact.ts';
import type { SbomArtifact } from '../../sbom/sbom-artifact.ts';
import { targetImage } from '../../target-image.ts';
import type { TargetImage, WantedImage } from '../../target-image.ts';
import type { World } from '../../world.ts';
import { planSbom } from './plan-sbom.ts';
import type { SbomResult } from './plan-sbom.ts';

export interface SbomOptions extends WantedImage {
  readonly dryRun: boolean;
}

/** What an image is made of, and where that is written down. Printed as it is by `--json`. */
export interface SbomReport {
  readonly schemaVersion: 1;
  readonly report: 'sbom';
  readonly container: string;
  readonly environment: string;
  /** Address and digest. */
  readonly image: string;
  readonly result: SbomResult;
  /** Digest of the SBOM's manifest, which refers to the image. */
  readonly sbom: Digest;
  readonly debianPackages: number;
  readonly pythonPackages: number;
  /** False where the image has no package database: what its distribution brought is not in the SBOM then. */
  readonly hasPackageDatabase: boolean;
  /** The CycloneDX document. */
  readonly document: object;
}

/** Makes the SBOM of an image from its layers, and attaches it to the image unless it is there. */
export async function runSbom(options: SbomOptions, world: World): Promise<SbomReport> {
  const target = await targetImage(options, world);
  const image = `${target.place.uri}@${target.digest}`;
  return world.progress.during(`SBOM of ${target.container.name}`, async (say) => {
    const platform = await onlyPlatform(target.registry, image, target.digest);
    say(`reading ${platform.layers.length} layers`);
    const layers = platform.layers.map(({ digest }) => digest);
    const contents = imageContents(await readPackageFiles(target.registry, layers));
    const document = cycloneDx({ repository: target.target.repository, digest: platform.digest }, contents);
    const artifact = sbomArtifact(document, await subjectOf(target.registry, platform.digest));
    const referrers = await target.registry.referrers(platform.digest);
    const result = planSbom({ artifact, referrers, dryRun: options.dryRun });
    if (result === 'attached') await attach(artifact, target.registry);
    return report({ target, contents, document, artifact, result });
  });
}

async function onlyPlatform(registry: ImageRegistry, image: string, digest: Digest): Promise<PlatformImage> {
  const platforms = (await readImage(registry, digest))?.platforms ?? [];
  const [first, ...others] = platforms;
  if (first !== undefined && others.length === 0) return first;
  throw new Failure({
    code: 'image-missing',
    message: `'${image}' is a list of images, not one: ${platforms.map(({ platform }) => platform).join(', ')}`,
    fix: `name one by --digest: ${platforms.map(({ platform, digest: own }) => `${platform} is ${own}`).join(', ')}`,
  });
}

async function subjectOf(registry: ImageRegistry, digest: Digest) {
  const found = await registry.manifest(digest);
  if (found !== undefined) return { digest, mediaType: found.mediaType, size: Buffer.byteLength(found.text) };
  const fix = 'run the command again; somebody removed the image just now';
  throw new Failure({ code: 'image-missing', message: `the image '${digest}' is gone`, fix });
}

/** The manifest last: it needs its blobs. */
async function attach({ digest, manifest, blobs }: SbomArtifact, registry: ImageRegistry): Promise<void> {
  for (const blob of blobs) {
    if (!(await registry.hasBlob(blob.digest)))
      await registry.writeBlob(blob.digest, blob.bytes.length, () => ReadableStream.from([blob.bytes]));
  }
  await registry.putManifest(digest, manifest);
}

interface ReportParts {
  readonly target: TargetImage;
  readonly contents: ImageContents;
  readonly document: object;
  readonly artifact: SbomArtifact;
  readonly result: SbomResult;
}

function report({ target, contents, document, artifact, result }: ReportParts): SbomReport {
  const count = (kind: string): number => contents.packages.filter((found) => found.kind === kind).length;
  return {
    schemaVersion: 1,
    report: 'sbom',
    container: target.container.name,
    environment: target.target.environment,
    image: `${target.place.uri}@${target.digest}`,
    result,
    sbom: artifact.digest,
    debianPackages: count('deb'),
    pythonPackages: count('pypi'),
    hasPackageDatabase: contents.hasDpkg,
    document,
  };
}
