import { once } from 'node:events';
import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';

/** Tells moto the account of each call, as the local cloud's gateway does: from the access key in the signature. */
export interface AccountGateway {
  readonly url: string;
  close(): Promise<void>;
}

/** The account that LOCALANYACCOUNT lands in. */
export const DEV_ACCOUNT = '222222222222';

export async function startAccountGateway(target: string): Promise<AccountGateway> {
  const server = createServer((incoming, outgoing) => {
    forward(target, { incoming, outgoing }).catch((error: unknown) => {
      outgoing.destroy(error instanceof Error ? error : undefined);
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the gateway has no port');
  const close = async (): Promise<void> => {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  };
  return { url: `http://127.0.0.1:${address.port}`, close };
}

interface Exchange {
  readonly incoming: IncomingMessage;
  readonly outgoing: ServerResponse;
}

async function forward(target: string, { incoming, outgoing }: Exchange): Promise<void> {
  const headers = { ...incoming.headers, 'x-moto-account-id': accountOf(incoming) };
  const onward = request(new URL(incoming.url ?? '/', target), { method: incoming.method ?? 'POST', headers });
  const answered = once(onward, 'response') as Promise<[IncomingMessage]>;
  await pipeline(incoming, onward);
  const [answer] = await answered;
  outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
  await pipeline(answer, outgoing);
}

function accountOf({ headers }: IncomingMessage): string {
  return /Credential=LOCAL(\d{12})\//.exec(headers.authorization ?? '')?.[1] ?? DEV_ACCOUNT;
}
