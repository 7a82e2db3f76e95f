import { rmSync } from 'node:fs';
import { connect, type Server } from 'node:net';

/**
 * Listens on a unix socket, in the place of one that an ended process left behind.
 * @throws when another process still listens there.
 */
export async function listenOnSocket(server: Server, socketPath: string): Promise<void> {
  try {
    await listen(server, socketPath);
  } catch (error) {
    if (!isInUse(error)) throw error;
    if (await isAnswered(socketPath))
      throw new Error(`"${socketPath}" is served by another process: end it first`, { cause: error });
    rmSync(socketPath);
    await listen(server, socketPath);
  }
}

function listen(server: Server, socketPath: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(socketPath, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

function isInUse(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === 'EADDRINUSE';
}

function isAnswered(socketPath: string): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = connect(socketPath);
    probe.once('connect', () => {
      probe.destroy();
      resolve(true);
    });
    probe.once('error', () => {
      resolve(false);
    });
  });
}
