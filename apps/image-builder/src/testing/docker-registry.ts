import { once } from 'node:events';
import { readdir } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { execa } from 'execa';
import type { Credentials } from '../credentials/credentials.ts';
import { removeFolder, temporaryFolder } from './temporary-folder.ts';

/** A CNCF registry of our own, on the loopback. */
export interface TestRegistry {
  /** Host and port. */
  readonly host: string;
  readonly credentials: Credentials;
  /** Digests of the blobs that a repository was given or mounted: layers and configurations. */
  readonly blobs: (repository: string) => Promise<readonly string[]>;
  readonly stop: () => Promise<void>;
}

const credentials = { username: 'AWS', password: 'fake-password' } as const;
/** bcrypt of the fake password: the registry reads nothing else. */
const HTPASSWD = 'AWS:$2b$04$.I.5VvPckNWkXvsrqAMuGe1OmpPrbFPRtmjzCiCvzO1dmOVul4Hc.\n';

/**
 * Starts the Debian package's `docker-registry` on a free port, with a folder of its own.
 * @param data where it keeps what it is sent. @default in its folder, and gone with it
 */
export async function startDockerRegistry(data?: string): Promise<TestRegistry> {
  const port = await freePort();
  const host = `127.0.0.1:${port}`;
  const folder = await temporaryFolder({ htpasswd: HTPASSWD, 'config.yml': config() });
  const server = execa('docker-registry', ['serve', join(folder, 'config.yml')], {
    env: {
      REGISTRY_HTTP_ADDR: host,
      REGISTRY_STORAGE_FILESYSTEM_ROOTDIRECTORY: data ?? join(folder, 'data'),
      REGISTRY_AUTH_HTPASSWD_PATH: join(folder, 'htpasswd'),
    },
    reject: false,
    all: true,
  });
  const ended = server.then(({ all }) => Promise.reject(new Error(`docker-registry ended: ${all}`)));
  await Promise.race([answers(host), ended]);
  ended.catch(() => undefined);
  return {
    host,
    credentials,
    blobs: (repository) => readdir(join(folder, 'data/docker/registry/v2/repositories', repository, '_layers/sha256')),
    stop: async () => {
      server.kill();
      await server;
      await removeFolder(folder);
    },
  };
}

function config(): string {
  return [
    'version: 0.1',
    'log: { level: error, accesslog: { disabled: true } }',
    'storage: { filesystem: { rootdirectory: /nowhere }, delete: { enabled: true } }',
    'auth: { htpasswd: { realm: test, path: /nowhere } }',
    'http: { addr: 127.0.0.1:0 }',
    '',
  ].join('\n');
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}

async function answers(host: string): Promise<void> {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    if (
      await fetch(`http://${host}/v2/`).then(
        ({ status }) => status === 401,
        () => false,
      )
    )
      return;
    await setTimeout(50);
  }
  throw new Error(`docker-registry doesn't answer at '${host}'`);
}
