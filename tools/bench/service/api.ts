import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { freePort } from '../../start/free-port.ts';
import type { Docker } from './docker.ts';

export interface ApiImage {
  /** Name or digest in the engine. */
  readonly image: string;
  /** Variables of the container, without where it listens. */
  readonly variables: Readonly<Record<string, string>>;
}

/** A container that serves on the loopback. */
export interface Api {
  readonly url: string;
  /** From `docker run` to the first good answer of /ready, in seconds. */
  readonly startSeconds: number;
  /** Memory of its first process, in bytes: the service has no other. */
  readonly residentBytes: () => Promise<number>;
  readonly stop: () => Promise<void>;
}

const READY_SECONDS = 60;

export async function startApi(docker: Docker, { image, variables }: ApiImage): Promise<Api> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const name = `bench-api-${randomUUID()}`;
  const before = performance.now();
  await docker(['run', '--detach', '--name', name, '--network', 'host', image], {
    ...variables,
    HOST: '127.0.0.1',
    PORT: String(port),
  });
  await untilReady(url);
  const startSeconds = (performance.now() - before) / 1000;
  const pid = await docker(['inspect', '--format', '{{.State.Pid}}', name]);
  return {
    url,
    startSeconds,
    residentBytes: async () => residentBytes(await readFile(`/proc/${pid}/status`, 'utf8')),
    stop: async () => {
      await docker(['rm', '--force', name]);
    },
  };
}

async function untilReady(url: string): Promise<void> {
  const end = performance.now() + READY_SECONDS * 1000;
  while (performance.now() < end) {
    const response = await fetch(`${url}/ready`).catch(() => undefined);
    await response?.arrayBuffer();
    if (response?.ok === true) return;
    await wait(5);
  }
  throw new Error(`nothing is ready at "${url}" after ${READY_SECONDS} s: see docker logs`);
}

/** `VmRSS:     12345 kB` (proc_pid_status(5)). */
function residentBytes(status: string): number {
  const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1];
  if (kilobytes === undefined) throw new Error('the process of the container has ended');
  return Number(kilobytes) * 1024;
}
