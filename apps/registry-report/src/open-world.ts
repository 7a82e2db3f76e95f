import { environments } from '@slipway/environments';
import { storagePrices } from './prices/storage-prices.ts';
import { plainProgress } from './progress/plain-progress.ts';
import { terminalProgress } from './progress/terminal-progress.ts';
import { EcrRegistry } from './registry/ecr-registry.ts';
import type { World } from './world.ts';

/** The world as it is: AWS by the settings of this process, and the specs of this repository. */
export function openWorld(env: Readonly<Record<string, string | undefined>>, signal: AbortSignal): World {
  return {
    catalog: environments,
    registry: new EcrRegistry(signal),
    prices: storagePrices,
    progress:
      process.stderr.isTTY && !env['CI']
        ? terminalProgress(process.stderr)
        : plainProgress((text) => process.stderr.write(text)),
    now: () => new Date(),
  };
}
