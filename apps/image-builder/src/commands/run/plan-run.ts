import type { Digest } from '@slipway/images';
import type { ContainerRequest } from '../../smoke/container-runner.ts';
import type { SmokeTestConfig } from '../../smoke/smoke-test-config.ts';

export interface RunFacts {
  readonly imageId: Digest;
  readonly config: SmokeTestConfig;
  readonly port: number;
  readonly keep: boolean;
}

/** How the container is started. It shares the host's network, so it is told to listen on the loopback alone. */
export function planRun({ imageId: image, config, port, keep }: RunFacts): ContainerRequest {
  const { memoryMegabytes } = config;
  if (config.kind === 'service') {
    const environment = { ...config.environment, HOST: '127.0.0.1', PORT: String(port) };
    return { image, environment, memoryMegabytes, keep };
  }
  const { environment, command } = config;
  return { image, environment, memoryMegabytes, keep, ...(command === undefined ? {} : { command }) };
}
