import type { ContainerCreateOptions } from 'dockerode';
import type { ContainerRequest } from './container-runner.ts';
import { ownerText } from './owner.ts';
import type { Owner } from './owner.ts';

/** Names the process that a container belongs to. A container that is kept has none. */
export const OWNER_LABEL = 'dev.slipway.smoke-test.owner';

const BYTES_PER_MEGABYTE = 1024 * 1024;
const MOST_PROCESSES = 256;

/** What the engine is told: nothing that a hardened pod wouldn't allow (Kubernetes Pod Security Standards, restricted). */
export function containerSettings(request: ContainerRequest, owner: Owner): ContainerCreateOptions {
  const memory = request.memoryMegabytes * BYTES_PER_MEGABYTE;
  return {
    Image: request.image,
    Env: Object.entries(request.environment).map(([name, value]) => `${name}=${value}`),
    ...(request.command === undefined ? {} : { Cmd: [...request.command] }),
    Labels: request.keep ? {} : { [OWNER_LABEL]: ownerText(owner) },
    // asked from outside: the engine's own checks would only add lines to the log
    Healthcheck: { Test: ['NONE'] },
    HostConfig: {
      NetworkMode: 'host',
      ReadonlyRootfs: true,
      Tmpfs: { '/tmp': 'rw,nosuid,nodev,mode=1777' },
      SecurityOpt: ['no-new-privileges'],
      CapDrop: ['ALL'],
      Memory: memory,
      MemorySwap: memory,
      PidsLimit: MOST_PROCESSES,
    },
  };
}
