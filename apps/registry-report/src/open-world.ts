import { environments } from '@slipway/environments';
import { EcrRegistry, storagePrices } from '@slipway/ecr-inventory';
import { openProgress } from '@slipway/cli';
import type { World } from './world.ts';

/** The world as it is: AWS by the settings of this process, and the specs of this repository. */
export function openWorld(env: Readonly<Record<string, string | undefined>>, signal: AbortSignal): World {
  return {
    catalog: environments,
    registry: new EcrRegistry(signal),
    prices: storagePrices,
    progress: openProgress(env),
    now: () => new Date(),
  };
}
