import { DistributionError } from '../distribution-error.ts';
import type { GatewayContext } from '../gateway-context.ts';
import { forwardToRegistry } from './forward-to-registry.ts';
import { registryPath } from './registry-path.ts';
import type { ManifestTarget } from './serve-manifest.ts';
import type { RegistryRequest } from './registry-request.ts';

/**
 * The manifest with a tag or digest. Which image that is, and whether it still exists, the control plane knows;
 * the bytes come from the registry, in the form in which they were pushed.
 */
export async function getManifest(
  context: GatewayContext,
  call: RegistryRequest,
  target: ManifestTarget,
): Promise<void> {
  const { repository, reference } = target;
  const imageId = reference.startsWith('sha256:') ? { imageDigest: reference } : { imageTag: reference };
  const [image] = await context.controlPlane.images(repository, [imageId]);
  if (image === undefined) throw new DistributionError('MANIFEST_UNKNOWN', 'Requested image not found');
  const path = registryPath(repository, `manifests/${image.digest}`);
  await forwardToRegistry(context, call, { path, headers: { accept: image.mediaType } });
}
