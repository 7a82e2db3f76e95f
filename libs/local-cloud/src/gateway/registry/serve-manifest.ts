import type { GatewayContext } from '../gateway-context.ts';
import { getManifest } from './get-manifest.ts';
import type { RegistryTarget } from './parse-path.ts';
import { putManifest } from './put-manifest.ts';
import { requireMethod } from './require-method.ts';
import type { RegistryRequest } from './registry-request.ts';

export type ManifestTarget = Extract<RegistryTarget, { kind: 'manifest' }>;

export async function serveManifest(
  context: GatewayContext,
  call: RegistryRequest,
  target: ManifestTarget,
): Promise<void> {
  requireMethod(call, ['GET', 'HEAD', 'PUT']);
  if (call.request.method === 'PUT') await putManifest(context, call, target);
  else await getManifest(context, call, target);
}
