import type { DeletedImages, ImageFailure, ImageId } from '../control-plane.ts';
import type { GatewayContext } from '../gateway-context.ts';
import { repositoryKey } from '../repository-key.ts';
import type { RepositoryId } from '../repository-id.ts';
import type { EcrCall } from './ecr-call.ts';
import { referencesByIndexes } from './references-by-indexes.ts';
import { repositoryOf } from './repository-of.ts';
import { withUntagged } from './with-untagged.ts';

/** A tag removes itself and with the last one the image; a digest removes the image, unless an index needs it. */
export function batchDeleteImage(call: EcrCall): Promise<object> {
  const { context, input } = call;
  const id = repositoryOf(call);
  const asked = input.imageIds();
  return context.locks.run(repositoryKey(id), async () => {
    const refused = await needed(context, id, asked);
    const rest = asked.filter((imageId) => !refused.some((failure) => failure.imageId === imageId));
    const deleted = await deleteAll(context, id, rest);
    await removeContent(context, id, deleted);
    return { imageIds: deleted.imageIds, failures: [...deleted.failures, ...refused] };
  });
}

/** Refusals for images that an index holds which is not deleted by the same call. */
async function needed(
  context: GatewayContext,
  id: RepositoryId,
  asked: readonly ImageId[],
): Promise<readonly ImageFailure[]> {
  const going = new Set(asked.flatMap(({ imageDigest }) => imageDigest ?? []));
  if (going.size === 0) return [];
  const references = await referencesByIndexes(context.controlPlane, id);
  return asked.flatMap((imageId) => {
    const indexes = (references.get(imageId.imageDigest ?? '') ?? []).filter((index) => !going.has(index));
    return indexes.length === 0 ? [] : [referenced(imageId, indexes)];
  });
}

function referenced(imageId: ImageId, indexes: readonly string[]): ImageFailure {
  const failureReason = `Requested image referenced by manifest list: [${indexes.join(', ')}]`;
  return { imageId, failureCode: 'ImageReferencedByManifestList', failureReason };
}

async function deleteAll(context: GatewayContext, id: RepositoryId, asked: readonly ImageId[]): Promise<DeletedImages> {
  if (asked.length === 0) return { imageIds: [], failures: [] };
  return withUntagged(await context.controlPlane.deleteImages(id, asked), asked);
}

/** Takes the manifests out of the registry that have no image any more. */
async function removeContent(context: GatewayContext, id: RepositoryId, deleted: DeletedImages): Promise<void> {
  const kept = new Set((await context.controlPlane.details(id)).map(({ imageDigest }) => imageDigest));
  const digests = new Set(deleted.imageIds.flatMap(({ imageDigest }) => imageDigest ?? []));
  for (const digest of digests) if (!kept.has(digest)) await context.content.deleteManifest(id, digest);
}
