import type { GatewayContext } from '../gateway-context.ts';
import { sendJson } from '../send-json.ts';
import type { RegistryTarget } from './parse-path.ts';
import { registryPath } from './registry-path.ts';
import { requireMethod } from './require-method.ts';
import type { RegistryRequest } from './registry-request.ts';

/** The tags of a repository by name, in pages when `n` asks for it. */
export async function serveTags(
  context: GatewayContext,
  call: RegistryRequest,
  { repository }: Extract<RegistryTarget, { kind: 'tags' }>,
): Promise<void> {
  requireMethod(call, ['GET', 'HEAD']);
  const details = await context.controlPlane.details(repository);
  const last = call.query.get('last') ?? '';
  const tags = details
    .flatMap(({ imageTags }) => imageTags ?? [])
    .filter((tag) => tag > last)
    .sort();
  const size = pageSize(call.query.get('n')) ?? tags.length;
  const page = tags.slice(0, size);
  const next = page.length < tags.length && size > 0 ? `n=${size}&last=${page.at(-1) ?? ''}` : undefined;
  const headers = next === undefined ? {} : { link: `<${registryPath(repository, 'tags/list')}?${next}>; rel="next"` };
  sendJson(
    call.response,
    { name: `${repository.account}/${repository.region}/${repository.name}`, tags: page },
    { headers },
  );
}

function pageSize(text: string | null): number | undefined {
  return text !== null && /^\d{1,6}$/.test(text) ? Number(text) : undefined;
}
