import type { IncomingHttpHeaders, OutgoingHttpHeaders } from 'node:http';
import { forward } from '../forward.ts';
import type { GatewayContext } from '../gateway-context.ts';
import type { RegistryRequest } from './registry-request.ts';

export interface RegistryForwarding {
  readonly path: string;
  readonly headers?: IncomingHttpHeaders;
  readonly answerHeaders?: OutgoingHttpHeaders;
}

/** Streams a request to the CNCF registry. The host header stays, so the registry's Location headers point at the gateway. */
export function forwardToRegistry(
  context: GatewayContext,
  call: RegistryRequest,
  options: RegistryForwarding,
): Promise<void> {
  const { request, response } = call;
  const headers = { ...request.headers, authorization: undefined, ...options.headers };
  const target = { socketPath: context.registrySocket };
  const { path, answerHeaders = {} } = options;
  return forward({ request, response, target, path, headers, answerHeaders });
}
