import type { GatewayContext } from '../gateway-context.ts';
import { forwardToRegistry } from './forward-to-registry.ts';
import { mountSource } from './mount-source.ts';
import type { RegistryTarget } from './parse-path.ts';
import { registryPath } from './registry-path.ts';
import { requireMethod } from './require-method.ts';
import type { RegistryRequest } from './registry-request.ts';

type UploadTarget = Extract<RegistryTarget, { kind: 'uploads' | 'upload' }>;

/** Uploads of layers. Layers are mounted from another repository only where the account opted in; else ECR answers with a plain upload. */
export async function serveUpload(context: GatewayContext, call: RegistryRequest, target: UploadTarget): Promise<void> {
  requireMethod(call, target.kind === 'uploads' ? ['POST'] : ['GET', 'PATCH', 'PUT', 'DELETE']);
  if (target.kind === 'uploads') await context.knownRepositories.require(target.repository);
  const mount = target.kind === 'uploads' ? await allowedMount(context, call, target) : {};
  await forwardToRegistry(context, call, { path: uploadPath(target, call.query, mount) });
}

/** The parameters of a mount that this registry does. */
async function allowedMount(
  { records }: GatewayContext,
  { query }: RegistryRequest,
  { repository }: UploadTarget,
): Promise<Record<string, string>> {
  const source = mountSource(query, repository);
  if (source === undefined) return {};
  const settings = await records.accountSettings.all(repository);
  return settings.get('BLOB_MOUNTING') === 'ENABLED' ? { mount: source.digest, from: source.from } : {};
}

function uploadPath(target: UploadTarget, query: URLSearchParams, mount: Readonly<Record<string, string>>): string {
  const session = target.kind === 'upload' ? target.session : '';
  const kept = [...query].filter(([name]) => name !== 'mount' && name !== 'from');
  const wanted = new URLSearchParams([...kept, ...Object.entries(mount)]);
  const search = wanted.size === 0 ? '' : `?${wanted.toString()}`;
  return registryPath(target.repository, `blobs/uploads/${session}${search}`);
}
