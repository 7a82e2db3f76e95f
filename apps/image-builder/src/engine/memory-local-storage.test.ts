import { expect, it } from '@jest/globals';
import type { Digest } from '@slipway/images';
import { localStorageContract } from './local-storage.contract.ts';
import { MemoryLocalStorage } from './memory-local-storage.ts';

const storage = new MemoryLocalStorage();
const id: Digest = `sha256:${'1'.repeat(64)}`;

function hold(names: readonly string[]): Promise<Digest> {
  storage.images = [{ id, names, labels: { test: 'yes' }, bytes: 1, createdAt: new Date('2026-01-01') }];
  return Promise.resolve(id);
}

localStorageContract(() => ({ storage, label: 'test', hold }));

it('keeps what a container uses', async () => {
  await hold([]);
  storage.used.add(id);
  expect(await storage.remove({ id, names: [] })).toBe(false);
  expect(await storage.list('test')).toHaveLength(1);
});
