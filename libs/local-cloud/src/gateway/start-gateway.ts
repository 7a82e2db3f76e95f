import { once } from 'node:events';
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { anyAccountKey } from './account-of-key.ts';
import { credentialOf } from './credential-of.ts';
import { ecrTargetOf } from './ecr/ecr-apis.ts';
import { serveEcr } from './ecr/serve-ecr.ts';
import { gatewayContextOf } from './gateway-context-of.ts';
import type { GatewayContext } from './gateway-context.ts';
import type { GatewaySettings } from './gateway-settings.ts';
import { ProviderSockets } from './provider-sockets.ts';
import { serveRegistry } from './registry/serve-registry.ts';
import { sendJson } from './send-json.ts';
import { serveAws } from './serve-aws.ts';
import { ownPrefix, serveOwn } from './serve-own.ts';

/** Serves AWS's APIs and the registry on one loopback port, and the stand-in provider if wanted, until closed. */
export async function startGateway(settings: GatewaySettings): Promise<{ close: () => Promise<void> }> {
  const context = gatewayContextOf(settings);
  const providers = providersOf(settings);
  const server = createServer((request, response) => void serve({ context, providers, request, response }));
  // Layers may take longer than Node's five minutes.
  server.requestTimeout = 0;
  // Longer than clients keep idle connections, so that they aren't closed under a request.
  server.keepAliveTimeout = 90_000;
  server.listen(settings.port, '127.0.0.1');
  await once(server, 'listening');
  // Now rather than at the first plan: an error belongs to `up`, and the schema takes a moment.
  await providers?.reattach(anyAccountKey);
  return {
    close: async () => {
      server.close();
      server.closeAllConnections();
      await providers?.close();
    },
  };
}

interface Exchange {
  readonly context: GatewayContext;
  readonly providers: ProviderSockets | undefined;
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
}

function providersOf({ port, provider }: GatewaySettings): ProviderSockets | undefined {
  return provider === undefined
    ? undefined
    : new ProviderSockets({ ...provider, endpoint: `http://127.0.0.1:${port}` });
}

async function serve(exchange: Exchange): Promise<void> {
  try {
    await route(exchange);
  } catch (cause) {
    fail(exchange, cause);
  }
}

function route({ context, providers, request, response }: Exchange): Promise<void> {
  const url = request.url ?? '/';
  const [path = '/', query = ''] = url.split('?', 2);
  if (path.startsWith(ownPrefix)) return serveOwn(response, path, providers);
  if (path === '/v2' || path.startsWith('/v2/'))
    return serveRegistry(context, { request, response, path, query: new URLSearchParams(query) });
  const credential = credentialOf({ authorization: request.headers.authorization, url });
  const target = ecrTargetOf(request.headers['x-amz-target']);
  if (target !== undefined) return serveEcr(context, { request, response, credential, ...target });
  return serveAws(context, { request, response, credential });
}

function fail({ request, response }: Exchange, cause: unknown): void {
  // Nobody is there to answer: an upload or a download was given up.
  if (request.destroyed && !request.complete) return;
  if (response.headersSent) {
    response.destroy();
    return;
  }
  console.error(`${request.method ?? ''} ${request.url ?? ''} failed:`, cause);
  const message = `the local cloud failed at this request: ${String(cause)}; see \`npx local-cloud status\``;
  sendJson(response, { __type: 'ServerException', message, errors: [{ code: 'UNKNOWN', message }] }, { status: 502 });
}
