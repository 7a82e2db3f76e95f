import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { execa } from 'execa';
import { processTree } from './process-tree.ts';
import { mountSmallDisk } from './small-disk.ts';
import { removeFolder, temporaryFolder } from './temporary-folder.ts';

/** A Docker engine that a test may break. Its data are in memory, in a space that can be full. */
export interface OwnEngine {
  /** For DOCKER_HOST. */
  readonly host: string;
  /** Ends it, its containerd and every step that it runs, as a loss of power does: nothing is tidied up. */
  kill(): Promise<void>;
  /** Starts it again on the same data. */
  restart(): Promise<void>;
  /** Makes the space for its data larger or smaller. */
  resize(megabytes: number): Promise<void>;
  stop(): Promise<void>;
}

/** Starts an engine with so much space for its data. It needs root, as every engine here. */
export async function startOwnEngine(megabytes: number): Promise<OwnEngine> {
  const folder = await temporaryFolder();
  const disk = await mountSmallDisk(join(folder, 'data'), megabytes);
  let server = await start(folder);
  return {
    host: hostIn(folder),
    kill: async () => {
      await killAll(await processTree(server.pid));
      await server.end();
      // A machine that starts again has no mounts of before, and nothing in /run.
      for (const place of ['data/', 'exec']) await unmountIn(join(folder, place));
      await removeFolder(join(folder, 'exec'));
    },
    restart: async () => {
      server = await start(folder);
    },
    resize: (size) => disk.resize(size),
    stop: async () => {
      await server.end();
      await unmountIn(folder);
      await removeFolder(folder);
    },
  };
}

interface Server {
  readonly pid: number;
  /** Asks it to end, and waits until it has. */
  end(): Promise<void>;
}

async function start(folder: string): Promise<Server> {
  const server = execa('dockerd', flagsFor(folder), { reject: false, all: true });
  const ended = server.then(({ all }) => Promise.reject(new Error(`dockerd ended: ${all}`)));
  await Promise.race([answers(hostIn(folder)), ended]);
  ended.catch(() => undefined);
  return {
    pid: server.pid ?? -1,
    end: async () => {
      server.kill();
      await server;
    },
  };
}

function flagsFor(folder: string): string[] {
  const at = (name: string): string => join(folder, name);
  const folders = ['--data-root', at('data'), '--exec-root', at('exec'), '--pidfile', at('dockerd.pid')];
  // No bridge and no packet filter rules: the machine's network stays as it is.
  const network = ['--bridge=none', '--iptables=false', '--ip6tables=false', '--ip-forward=false', '--ip-masq=false'];
  return ['--host', hostIn(folder), ...folders, ...network];
}

function hostIn(folder: string): string {
  return `unix://${join(folder, 'docker.sock')}`;
}

async function answers(host: string): Promise<void> {
  for (let attempt = 0; attempt < 300; attempt += 1) {
    const { exitCode } = await execa('docker', ['--host', host, 'version'], { reject: false });
    if (exitCode === 0) return;
    await setTimeout(200);
  }
  throw new Error(`no engine answers at '${host}'`);
}

/** One that has ended meanwhile is none to worry about, and the others are killed all the same. */
async function killAll(pids: readonly number[]): Promise<void> {
  await execa('kill', ['-KILL', ...pids.map(String)], { reject: false });
}

/** The last mount first, as one may lie in another. */
async function unmountIn(place: string): Promise<void> {
  const mounts = (await readFile('/proc/self/mounts', 'utf8')).split('\n').map((line) => line.split(' ')[1] ?? '');
  for (const mount of mounts.filter((path) => path.startsWith(place)).reverse()) await execa('umount', [mount]);
}
