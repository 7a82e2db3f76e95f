import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import type { Server, Socket } from 'node:net';
import { errorCode } from '../error-code.ts';

export interface LockOptions {
  /** Folder of the cloud that is locked. */
  readonly root: string;
  /** Called once when somebody else holds the lock and we wait. */
  readonly onWait: () => void;
}

/**
 * Runs `action` while no other process works on the same cloud.
 *
 * The lock is an abstract socket: taking it is atomic, and the kernel gives it back when its holder dies,
 * so that there is nothing stale to clean up.
 */
export async function withCloudLock<T>(options: LockOptions, action: () => Promise<T>): Promise<T> {
  const address = lockAddress(options.root);
  const release = (await take(address)) ?? (await waitFor(address, options.onWait));
  try {
    return await action();
  } finally {
    release();
  }
}

function lockAddress(root: string): string {
  const folder = createHash('sha256').update(root).digest('hex').slice(0, 24);
  return `\0slipway-local-cloud-${String(process.getuid?.())}-${folder}`;
}

async function waitFor(address: string, onWait: () => void): Promise<() => void> {
  onWait();
  for (;;) {
    await untilReleased(address);
    const release = await take(address);
    if (release !== undefined) return release;
  }
}

async function take(address: string): Promise<(() => void) | undefined> {
  const waiting = new Set<Socket>();
  const server = createServer((socket) => void waiting.add(socket.on('error', () => socket.destroy())));
  if (!(await listens(server, address))) return undefined;
  return () => {
    server.close();
    for (const socket of waiting) socket.destroy();
  };
}

async function listens(server: Server, address: string): Promise<boolean> {
  server.listen(address);
  try {
    await once(server, 'listening');
    return true;
  } catch (cause) {
    if (errorCode(cause) === 'EADDRINUSE') return false;
    throw cause;
  }
}

/** The holder keeps our connection open for as long as it holds the lock. */
function untilReleased(address: string): Promise<void> {
  return new Promise((resolve) => {
    const socket = connect(address);
    // Refused or reset means that the holder is gone, which is what we wait for.
    socket.on('error', () => socket.destroy());
    socket.on('close', () => {
      resolve();
    });
    socket.resume();
  });
}
