import type { GatewayContext } from '../gateway-context.ts';
import { forwardToRegistry } from './forward-to-registry.ts';
import type { RegistryTarget } from './parse-path.ts';
import { registryPath } from './registry-path.ts';
import { requireMethod } from './require-method.ts';
import type { RegistryRequest } from './registry-request.ts';

/** Layers and configurations, as the registry has them. */
export async function serveBlob(
  context: GatewayContext,
  call: RegistryRequest,
  { repository, digest }: Extract<RegistryTarget, { kind: 'blob' }>,
): Promise<void> {
  requireMethod(call, ['GET', 'HEAD']);
  await context.knownRepositories.require(repository);
  await forwardToRegistry(context, call, { path: registryPath(repository, `blobs/${digest}`) });
}
