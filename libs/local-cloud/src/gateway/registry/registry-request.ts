import type { IncomingMessage, ServerResponse } from 'node:http';

/** One request of the OCI distribution API. */
export interface RegistryRequest {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly query: URLSearchParams;
}
