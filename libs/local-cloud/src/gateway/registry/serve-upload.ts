import type { GatewayContext } from '../gateway-context.ts';
import { forwardToRegistry } from './forward-to-registry.ts';
import type { RegistryTarget } from './parse-path.ts';
import { registryPath } from './registry-path.ts';
import { requireMethod } from './require-method.ts';
import type { RegistryRequest } from './registry-request.ts';

type UploadTarget = Extract<RegistryTarget, { kind: 'uploads' | 'upload' }>;

/** Uploads of layers. Mounting from another repository is left out: ECR answers with a plain upload too, unless the account opts in. */
export async function serveUpload(context: GatewayContext, call: RegistryRequest, target: UploadTarget): Promise<void> {
  requireMethod(call, target.kind === 'uploads' ? ['POST'] : ['GET', 'PATCH', 'PUT', 'DELETE']);
  if (target.kind === 'uploads') await context.knownRepositories.require(target.repository);
  await forwardToRegistry(context, call, { path: uploadPath(target, call.query) });
}

function uploadPath(target: UploadTarget, query: URLSearchParams): string {
  const session = target.kind === 'upload' ? target.session : '';
  const kept = new URLSearchParams([...query].filter(([name]) => name !== 'mount' && name !== 'from'));
  const search = kept.size === 0 ? '' : `?${kept.toString()}`;
  return registryPath(target.repository, `blobs/uploads/${session}${search}`);
}
