import type { ServerResponse } from 'node:http';
import { anyAccountKey } from './account-of-key.ts';
import type { ProviderSockets } from './provider-sockets.ts';
import { sendJson } from './send-json.ts';

/** Paths of the gateway itself; no bucket can have this name, because of the underscore. */
export const ownPrefix = '/_slipway/';

/** `health`, and `reattach/<access key id>`: the value of TF_REATTACH_PROVIDERS for a shell with that key. */
export async function serveOwn(
  response: ServerResponse,
  path: string,
  providers: ProviderSockets | undefined,
): Promise<void> {
  const accessKeyId = /^\/_slipway\/reattach\/([A-Z0-9]{1,32})$/.exec(path)?.[1];
  if (path === `${ownPrefix}health`) await serveHealth(response, providers);
  else if (accessKeyId !== undefined) sendJson(response, { reattach: await providers?.reattach(accessKeyId) });
  else sendJson(response, { message: `the gateway has no "${path}"` }, { status: 404 });
}

/** Healthy means that Terraform can come as well. */
async function serveHealth(response: ServerResponse, providers: ProviderSockets | undefined): Promise<void> {
  await providers?.reattach(anyAccountKey);
  sendJson(response, { healthy: true });
}
