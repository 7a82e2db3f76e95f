import type { StoragePrices } from './prices/storage-prices.ts';
import type { Progress } from './progress/progress.ts';
import type { RegistryReader } from './registry/registry-reader.ts';
import type { Catalog } from './specs/catalog.ts';

/** Everything outside that the commands touch. Tests put fakes here. */
export interface World {
  readonly catalog: Catalog;
  readonly registry: RegistryReader;
  readonly prices: StoragePrices;
  readonly progress: Progress;
  readonly now: () => Date;
}
