import { Failure } from '../../failure.ts';
import { isIndex, readImage } from '../../layers/read-image.ts';
import type { StoredImage } from '../../layers/stored-image.ts';
import { targetImage } from '../../target-image.ts';
import type { TargetImage, WantedImage } from '../../target-image.ts';
import type { World } from '../../world.ts';
import { platformSbom } from './platform-sbom.ts';
import type { PlatformSbom, SbomReport } from './sbom-report.ts';

export interface SbomOptions extends WantedImage {
  readonly dryRun: boolean;
}

/** Makes the SBOM of an image. Of an index, one for each of its images, attached to that image: each platform has its own packages. */
export async function runSbom(options: SbomOptions, world: World): Promise<SbomReport> {
  const wanted = await targetImage(options, world);
  const { container, target, place, registry } = wanted;
  const { dryRun } = options;
  return world.progress.during(`SBOM of ${container.name}`, async (say) => {
    const stored = await read(wanted);
    const images: PlatformSbom[] = [];
    // one after another: each holds the package files of an image in memory
    for (const image of stored.platforms) {
      say(`reading ${image.layers.length} layers of ${image.platform}`);
      images.push(await platformSbom(image, { registry, repository: target.repository, dryRun }));
    }
    return {
      schemaVersion: 2,
      report: 'sbom',
      container: container.name,
      environment: target.environment,
      image: `${place.uri}@${wanted.digest}`,
      isIndex: isIndex(stored.mediaType),
      images,
      attestations: stored.attestations,
    };
  });
}

async function read({ registry, digest, place }: TargetImage): Promise<StoredImage> {
  const stored = await readImage(registry, digest);
  if (stored !== undefined && stored.platforms.length > 0) return stored;
  throw new Failure({
    code: 'image-missing',
    message: `'${place.uri}@${digest}' ${stored === undefined ? 'is gone' : 'is an index without an image'}`,
    fix: 'push it again, or name another by --tag or --digest',
  });
}
