import type { Digest } from '@slipway/images';
import { Failure } from '../../failure.ts';
import type { PlatformImage } from '../../layers/stored-image.ts';
import type { ImageRegistry } from '../../registry/image-registry.ts';
import { cycloneDx } from '../../sbom/cyclone-dx.ts';
import { imageContents } from '../../sbom/image-contents.ts';
import type { ImageContents } from '../../sbom/image-contents.ts';
import { readPackageFiles } from '../../sbom/package-files.ts';
import { sbomArtifact } from '../../sbom/sbom-artifact.ts';
import type { ArtifactSubject, SbomArtifact } from '../../sbom/sbom-artifact.ts';
import { planSbom } from './plan-sbom.ts';
import type { PlatformSbom } from './sbom-report.ts';

export interface SbomPlace {
  readonly registry: ImageRegistry;
  /** Name of the repository within its registry. */
  readonly repository: string;
  readonly dryRun: boolean;
}

/** Makes the SBOM of the image of one platform from its layers, and attaches it to that image unless it is there. */
export async function platformSbom(image: PlatformImage, place: SbomPlace): Promise<PlatformSbom> {
  const { registry, repository, dryRun } = place;
  const { platform, digest } = image;
  const layers = image.layers.map((layer) => layer.digest);
  const contents = imageContents(await readPackageFiles(registry, layers));
  const document = cycloneDx({ repository, digest }, contents);
  const artifact = sbomArtifact(document, await subjectOf(registry, digest));
  const result = planSbom({ artifact, referrers: await registry.referrers(digest), dryRun });
  if (result === 'attached') await attach(artifact, registry);
  return { platform, digest, result, sbom: artifact.digest, ...counts(contents), document };
}

async function subjectOf(registry: ImageRegistry, digest: Digest): Promise<ArtifactSubject> {
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

function counts({ packages, hasDpkg }: ImageContents) {
  const count = (kind: string): number => packages.filter((found) => found.kind === kind).length;
  return { debianPackages: count('deb'), pythonPackages: count('pypi'), hasPackageDatabase: hasDpkg };
}
