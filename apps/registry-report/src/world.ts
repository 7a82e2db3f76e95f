import type { Catalog, RegistryReader, StoragePrices } from '@slipway/ecr-inventory';
import type { Progress } from '@slipway/cli';

/** Everything outside that the commands touch. Tests put fakes here. */
export interface World {
  readonly catalog: Catalog;
  readonly registry: RegistryReader;
  readonly prices: StoragePrices;
  readonly progress: Progress;
  readonly now: () => Date;
}
