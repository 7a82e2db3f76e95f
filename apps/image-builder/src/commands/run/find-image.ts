import { parseImageRecord } from '@slipway/images';
import type { Digest } from '@slipway/images';
import { Failure } from '../../failure.ts';
import { targetImage } from '../../target-image.ts';
import type { TargetImage } from '../../target-image.ts';
import type { World } from '../../world.ts';
import type { RunOptions } from './run-run.ts';

/** An image that the engine holds. */
export interface RunnableImage {
  readonly imageId: Digest;
  /** Where it came from; undefined for one that was built here. */
  readonly remote: TargetImage | undefined;
}

/** The image to run: pulled from the registry of an environment, or the one that was built here last. */
export async function findImage(options: RunOptions, world: World): Promise<RunnableImage> {
  const { environment } = options;
  if (environment === undefined) return { imageId: await builtHere(options, world), remote: undefined };
  const remote = await targetImage({ ...options, environment }, world);
  const { place, digest } = remote;
  const { credentials } = place;
  const imageId = await world.runner.pull(`${place.uri}@${digest}`, { credentials, signal: world.signal });
  return { imageId, remote };
}

async function builtHere({ container, recordDir }: RunOptions, world: World): Promise<Digest> {
  const text = await world.openRecords(recordDir).read(container);
  const imageId = text === undefined ? undefined : parseImageRecord(text).record?.imageId;
  const image = imageId && (await world.engine.find(imageId));
  if (image !== undefined) return image.id;
  throw new Failure({
    code: 'image-missing',
    message:
      imageId === undefined
        ? `no record in '${recordDir}' says which image of '${container}' was built last`
        : `the engine has no image '${imageId}', which was built last`,
    fix: `build it: 'npx image-builder build ${container}', or take one from a registry by --env`,
  });
}
