import { once } from 'node:events';
import { createServer } from 'node:net';
import { errorCode } from '../error-code.ts';

/** A free loopback port: `preferred` when nobody listens there, else one that the system chooses. */
export async function freePort(preferred?: number): Promise<number> {
  return (await tryPort(preferred ?? 0)) ?? (await tryPort(0)) ?? noPort();
}

/** The port when it could be listened on; nothing when it's taken. `0` stands for any. */
async function tryPort(port: number): Promise<number | undefined> {
  const server = createServer().listen(port, '127.0.0.1');
  try {
    await once(server, 'listening');
  } catch (cause) {
    if (errorCode(cause) === 'EADDRINUSE') return undefined;
    throw cause;
  }
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' ? address?.port : undefined;
}

function noPort(): never {
  throw new Error('the system has no free loopback port');
}
