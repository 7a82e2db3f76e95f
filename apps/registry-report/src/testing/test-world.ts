import { storagePrices } from '../prices/storage-prices.ts';
import { memoryProgress } from '../progress/memory-progress.ts';
import { MemoryRegistry } from '../registry/memory-registry.ts';
import type { World } from '../world.ts';
import { ACCOUNT, testEnvironment } from './test-environment.ts';

/** A day after which nothing in the tests happens. */
export const NOW = new Date('2026-06-30T12:00:00Z');

/** A world of fakes with one environment, `test`, whose registries are empty. */
export function testWorld({ account = ACCOUNT }: { readonly account?: string } = {}) {
  const registry = new MemoryRegistry(account);
  const progress = memoryProgress();
  const world: World = {
    catalog: { test: testEnvironment },
    registry,
    prices: storagePrices,
    progress,
    now: () => NOW,
  };
  return { world, registry, progress };
}
