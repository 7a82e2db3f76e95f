import type { IncomingMessage, ServerResponse } from 'node:http';
import { anyAccountKey } from './account-of-key.ts';
import { bucketOwner } from './bucket-owner.ts';
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
  const account = credential === undefined ? undefined : await accountOf(context, credential, request.url);
  if (account !== undefined) Object.assign(headers, { [accountHeader]: account });
  await forward({
    request,
    response,
    target: { host: '127.0.0.1', port: context.motoPort },
    path: request.url ?? '/',
    headers,
  });
}

/** The key that may enter any account enters the one that a bucket is in: one shell reads the states of all environments. */
async function accountOf(context: GatewayContext, { accessKeyId, service }: Credential, url = '/'): Promise<string> {
  const owner = accessKeyId === anyAccountKey && service === 's3' ? bucketOwner(url) : undefined;
  return owner ?? (await context.accounts.resolve(accessKeyId));
}
