import type { Digest } from '@slipway/images';
import type { Container, PushTarget } from './catalog/catalog.ts';
import { recordedDigest } from './commands/push/read-registry.ts';
import type { RepositoryPlace } from './ecr/repository-directory.ts';
import { Failure } from './failure.ts';
import { locate } from './locate.ts';
import type { ImageRegistry } from './registry/image-registry.ts';
import type { World } from './world.ts';

/** An image that a command line names. */
export interface WantedImage {
  readonly container: string;
  readonly environment: string;
  /** A tag or digest. @default the digest in the record of the last push from here */
  readonly reference?: string;
  /** Where the records are, from the workspace root. */
  readonly recordDir: string;
}

export interface TargetImage {
  readonly container: Container;
  readonly target: PushTarget;
  readonly place: RepositoryPlace;
  readonly registry: ImageRegistry;
  readonly digest: Digest;
}

/**
 * The image in the registry of an environment, by its digest from here on: a tag may move while a command runs.
 * @throws Failure `image-missing` where the registry lacks it, or nothing says which one is meant
 */
export async function targetImage(wanted: WantedImage, world: World): Promise<TargetImage> {
  const container = world.catalog.container(wanted.container);
  const target = world.catalog.target(container, wanted.environment);
  const place = await locate(target, world);
  const registry = world.openRegistry(place);
  const reference = wanted.reference ?? (await lastPushed({ wanted, place }, world));
  const digest = await registry.digestOf(reference);
  if (digest !== undefined) return { container, target, place, registry, digest };
  throw new Failure({
    code: 'image-missing',
    message: `'${place.uri}' has no image '${reference}'`,
    fix: `push it: 'npx image-builder push ${container.name} --env ${wanted.environment}', or name another by --tag or --digest`,
  });
}

interface LastPush {
  readonly wanted: WantedImage;
  readonly place: RepositoryPlace;
}

async function lastPushed({ wanted, place }: LastPush, { openRecords, progress }: World): Promise<Digest> {
  const { container, environment, recordDir } = wanted;
  const name = `${container}.${environment}`;
  const digest = await recordedDigest({ store: openRecords(recordDir), name, place, progress });
  if (digest !== undefined) return digest;
  throw new Failure({
    code: 'image-missing',
    message: `no record in '${recordDir}' says which image of '${container}' was pushed to '${environment}'`,
    fix: 'name it by --tag or --digest, or push it from here',
  });
}
