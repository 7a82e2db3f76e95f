import { memoryProgress } from '@slipway/cli';
import type { ImageUse } from '@slipway/images';
import { ACCOUNT, MemoryRegistry, testEnvironment } from '@slipway/ecr-inventory/testing';
import type { World } from '../world.ts';
import { memoryFiles } from './memory-files.ts';

export const NOW = new Date('2026-11-26T12:00:00Z');

/** A world of fakes with one environment, `test`, whose registries are empty, and these files. */
export function testWorld(content: Readonly<Record<string, string>> = {}, account = ACCOUNT) {
  const files = memoryFiles(content);
  const registry = new MemoryRegistry(account);
  /** What `ecs` says; a rejection where it can't be asked. */
  const ecs = { uses: Promise.resolve<readonly ImageUse[]>([]) };
  const world: World = {
    catalog: { test: testEnvironment, prod: { ...testEnvironment, name: 'prod', deletion: 'protected' } },
    registry,
    useSources: () => Promise.resolve(new Map([['ecs', () => ecs.uses]])),
    files,
    progress: memoryProgress(),
    now: () => NOW,
  };
  return { world, files, registry, ecs };
}
