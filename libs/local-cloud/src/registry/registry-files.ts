import { join } from 'node:path';
import type { CloudPaths } from '../state/cloud-paths.ts';

/** Where the registry has its configuration and images, and where it listens. */
export function registryFiles({ registry, run }: CloudPaths): { config: string; storage: string; socket: string } {
  return {
    config: join(registry, 'config.yml'),
    storage: join(registry, 'images'),
    socket: join(run, 'registry.sock'),
  };
}
