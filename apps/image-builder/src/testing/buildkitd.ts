import { setTimeout } from 'node:timers/promises';
import { join } from 'node:path';
import { execa } from 'execa';
import { removeFolder, temporaryFolder } from './temporary-folder.ts';

/** A BuildKit of our own, with nothing in its cache. */
export interface TestBuildkit {
  /** For BUILDKIT_HOST. */
  readonly address: string;
  stop(): Promise<void>;
}

/** Starts `buildkitd` of the PATH on a unix socket. Its steps use the host's network, as no bridge can be made in a container of CI. */
export async function startBuildkitd(): Promise<TestBuildkit> {
  const folder = await temporaryFolder();
  const address = `unix://${join(folder, 'buildkitd.sock')}`;
  const args = [
    '--addr',
    address,
    '--root',
    join(folder, 'root'),
    '--containerd-worker=false',
    '--oci-worker-net=host',
  ];
  const server = execa('buildkitd', args, { reject: false, all: true });
  const ended = server.then(({ all }) => Promise.reject(new Error(`buildkitd ended: ${all}`)));
  await Promise.race([answers(address), ended]);
  ended.catch(() => undefined);
  return {
    address,
    stop: async () => {
      server.kill();
      await server;
      await removeFolder(folder);
    },
  };
}

async function answers(address: string): Promise<void> {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    if (!(await execa('buildctl', ['--addr', address, 'debug', 'workers'], { reject: false })).failed) return;
    await setTimeout(100);
  }
  throw new Error(`buildkitd doesn't answer at '${address}'`);
}
