import { createServer, type Server, type Socket } from 'node:net';
import { listenOnSocket } from './listen-on-socket.ts';
import { behaviours } from './resources/behaviours.ts';
import { ProviderContext } from './rpc/provider-context.ts';
import { providerMethodsOf } from './rpc/provider-methods-of.ts';
import { serveConnection } from './rpc/serve-connection.ts';
import { servedSchema } from './schema/served-schema.ts';
import { ANY_ACCOUNT_KEY } from './session/credentials.ts';

/** Where the stand-in provider listens, and which cloud it talks to. */
export interface ProviderOptions {
  /** Path of the unix socket, at most 107 bytes; a file that an ended process left there is replaced. */
  readonly socketPath: string;
  /** URL of the local cloud's gateway. */
  readonly endpoint: string;
  /** Folder that keeps the derived schema between runs. */
  readonly cacheFolder: string;
  /**
   * Access key id of everybody who comes through this socket and names no key in the provider block.
   * A process can serve several sockets, one per key: Terraform does not pass its environment to the provider.
   * @default LOCALANYACCOUNT
   */
  readonly accessKeyId?: string;
}

export interface ServedProvider {
  /** Value of TF_REATTACH_PROVIDERS. */
  readonly reattach: string;
  /** Stops listening, ends open connections and removes the socket. */
  close(): Promise<void>;
}

/**
 * Serves the stand-in for `hashicorp/aws` until it is closed.
 * @throws when the socket path is too long or another process listens on it.
 */
export async function serveProvider(options: ProviderOptions): Promise<ServedProvider> {
  const { socketPath, endpoint, cacheFolder, accessKeyId = ANY_ACCOUNT_KEY } = options;
  checkLength(socketPath);
  const schema = await servedSchema(cacheFolder, behaviours);
  const connections = new Set<Socket>();
  const listener = createServer((socket) => {
    const context = new ProviderContext({ schema, behaviours, access: { endpoint, accessKeyId } });
    connections.add(socket);
    socket.once('close', () => {
      connections.delete(socket);
      context.close();
    });
    serveConnection(socket, providerMethodsOf(context));
  });
  await listenOnSocket(listener, socketPath);
  return { reattach: reattachValue(socketPath), close: () => closeAll(listener, connections) };
}

// The kernel's limit; a longer path would be cut without a word.
const LONGEST_SOCKET_PATH = 107;

function checkLength(socketPath: string): void {
  const length = Buffer.byteLength(socketPath);
  if (length > LONGEST_SOCKET_PATH) {
    throw new Error(
      `the socket path "${socketPath}" has ${length} bytes: at most ${LONGEST_SOCKET_PATH} work, use a shorter folder`,
    );
  }
}

function reattachValue(socketPath: string): string {
  return JSON.stringify({
    'registry.terraform.io/hashicorp/aws': {
      Protocol: 'grpc',
      ProtocolVersion: 5,
      Pid: process.pid,
      Test: true,
      Addr: { Network: 'unix', String: socketPath },
    },
  });
}

function closeAll(listener: Server, connections: ReadonlySet<Socket>): Promise<void> {
  for (const connection of connections) connection.destroy();
  return new Promise((resolve, reject) => {
    listener.close((error) => {
      if (error) reject(error);
      else resolve();
    });
  });
}
