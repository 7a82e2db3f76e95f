import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Credential } from './credential-of.ts';
import { forward } from './forward.ts';
import type { GatewayContext } from './gateway-context.ts';

export interface AwsRequest {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly credential: Credential | undefined;
}

const accountHeader = 'x-moto-account-id';

/** Hands a request to moto as it is, in the account of its access key. Only the key decides: the caller's own header is dropped. */
export async function serveAws(context: GatewayContext, { request, response, credential }: AwsRequest): Promise<void> {
  const headers = { ...request.headers, [accountHeader]: undefined };
  const account = credential === undefined ? undefined : await context.accounts.resolve(credential.accessKeyId);
  if (account !== undefined) Object.assign(headers, { [accountHeader]: account });
  await forward({
    request,
    response,
    target: { host: '127.0.0.1', port: context.motoPort },
    path: request.url ?? '/',
    headers,
  });
}
