import { AwsError } from './aws-error.ts';
import type { NewImage, RepositoryRecord } from './control-plane.ts';
import { decidePut } from './ecr/decide-put.ts';
import type { PutDecision } from './ecr/decide-put.ts';
import { isIndex } from './ecr/is-index.ts';
import type { GatewayContext } from './gateway-context.ts';
import { repositoryKey } from './repository-key.ts';
import type { RepositoryId } from './repository-id.ts';

/**
 * Stores an image as both planes do it: content in the registry, then the image and its tag in the control plane.
 * `there` means that nothing had to change. One image at a time per repository, so two pushes of a tag can't both win.
 * @throws AwsError (ImageTagAlreadyExistsException, RepositoryNotFoundException) and ContentRefusal.
 */
export function storeImage(context: GatewayContext, id: RepositoryId, image: NewImage): Promise<'store' | 'there'> {
  return context.locks.run(repositoryKey(id), async () => {
    const repository = await context.controlPlane.repository(id);
    const { decision, known } = await decide(context, { id, image, repository });
    if (decision === 'refused') throw tagTaken(id, image.tag);
    // Also when the image is there: content that was lost comes back with a push.
    await context.content.putManifest(id, image);
    if (decision === 'there') return 'there';
    await context.controlPlane.putImage(id, image);
    if (!known && repository.imageScanningConfiguration?.scanOnPush === true) await scan(context, id, image);
    return 'store';
  });
}

interface Put {
  readonly id: RepositoryId;
  readonly image: NewImage;
  readonly repository: RepositoryRecord;
}

async function decide(
  context: GatewayContext,
  { id, image, repository }: Put,
): Promise<{ decision: PutDecision; known: boolean }> {
  const { digest, tag } = image;
  const byTag = tag === undefined ? [] : await context.controlPlane.images(id, [{ imageTag: tag }]);
  const known = (await context.controlPlane.images(id, [{ imageDigest: digest }])).length > 0;
  return { known, decision: decidePut({ digest, tag, tagged: byTag[0]?.digest, known, repository }) };
}

function tagTaken({ name }: RepositoryId, tag: string | undefined): AwsError {
  return new AwsError(
    'ImageTagAlreadyExistsException',
    `The image tag '${tag ?? ''}' already exists in the '${name}' repository and cannot be overwritten because the tag is immutable.`,
  );
}

async function scan(context: GatewayContext, id: RepositoryId, { digest, mediaType }: NewImage): Promise<void> {
  if (isIndex(mediaType)) return;
  await context.controlPlane.startScan(id, { imageDigest: digest });
}
