import { storagePrices } from '@slipway/ecr-inventory';
import { memoryProgress } from '@slipway/cli';
import { ACCOUNT, MemoryRegistry, testEnvironment } from '@slipway/ecr-inventory/testing';
import type { World } from '../world.ts';

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
