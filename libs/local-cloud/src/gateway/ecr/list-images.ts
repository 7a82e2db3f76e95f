import type { ImageDetail, ImageId } from '../control-plane.ts';
import type { EcrCall } from './ecr-call.ts';
import { matchesTagStatus } from './matches-tag-status.ts';
import { paginate } from './paginate.ts';
import { repositoryOf } from './repository-of.ts';

/** One entry per tag, and one for an image without any. */
export async function listImages(call: EcrCall): Promise<object> {
  const { context, input } = call;
  const details = await context.controlPlane.details(repositoryOf(call));
  const status = input.tagStatus();
  const ids = details.flatMap(imageIdsOf).filter(({ imageTag }) => matchesTagStatus(imageTag !== undefined, status));
  const page = paginate(ids, ({ imageDigest, imageTag }) => `${imageDigest ?? ''} ${imageTag ?? ''}`, {
    maxResults: input.optionalNumber('maxResults'),
    nextToken: input.optionalText('nextToken'),
  });
  return { imageIds: page.items, nextToken: page.nextToken };
}

function imageIdsOf({ imageDigest, imageTags }: ImageDetail): readonly ImageId[] {
  return imageTags === undefined ? [{ imageDigest }] : imageTags.map((imageTag) => ({ imageDigest, imageTag }));
}
