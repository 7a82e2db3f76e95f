import type { ControlPlane, ImageFailure, ImageId, StoredImage } from '../control-plane.ts';
import type { RepositoryId } from '../repository-id.ts';
import type { EcrCall } from './ecr-call.ts';
import { repositoryOf } from './repository-of.ts';

/** Manifests by digest, by tag or by both, which must then agree. */
export async function batchGetImage(call: EcrCall): Promise<object> {
  const id = repositoryOf(call);
  const { controlPlane } = call.context;
  // Refuses an unknown repository in ECR's words even where no image id is complete.
  await call.context.knownRepositories.require(id);
  const found = await Promise.all(call.input.imageIds().map((imageId) => find(controlPlane, id, imageId)));
  return {
    images: found.filter((result) => 'imageManifest' in result),
    failures: found.filter((result) => 'failureCode' in result),
  };
}

async function find(controlPlane: ControlPlane, id: RepositoryId, imageId: ImageId): Promise<object> {
  const { imageDigest, imageTag } = imageId;
  if (imageDigest === undefined && imageTag === undefined)
    return failure(imageId, 'MissingDigestAndTag', 'Invalid request parameters: both tag and digest cannot be null');
  const [image] = await controlPlane.images(id, [imageTag === undefined ? { imageDigest } : { imageTag }]);
  if (image === undefined) return failure(imageId, 'ImageNotFound', 'Requested image not found');
  if (imageDigest !== undefined && image.digest !== imageDigest)
    return failure(imageId, 'ImageTagDoesNotMatchDigest', 'Requested image tag does not match the digest');
  return found(id, image, imageTag);
}

function found({ account, name }: RepositoryId, image: StoredImage, imageTag: string | undefined): object {
  return {
    registryId: account,
    repositoryName: name,
    imageId: { imageDigest: image.digest, imageTag },
    imageManifest: image.manifest,
    imageManifestMediaType: image.mediaType,
  };
}

function failure(imageId: ImageId, failureCode: string, failureReason: string): ImageFailure {
  return { imageId, failureCode, failureReason };
}
