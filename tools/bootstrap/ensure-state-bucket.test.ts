import { describe, expect, it } from '@jest/globals';
import { BootstrapFailure } from './bootstrap-failure.ts';
import { ensureStateBucket } from './ensure-state-bucket.ts';
import { MemoryStateBucketStore } from './memory-state-bucket-store.ts';

describe('ensureStateBucket', () => {
  it('makes a closed bucket once, and leaves it alone the second time', async () => {
    const store = new MemoryStateBucketStore();
    expect([await ensureStateBucket(store, 'state'), await ensureStateBucket(store, 'state')]).toEqual([true, false]);
    expect([...store.buckets]).toEqual([['state', true]]);
  });

  it('closes a bucket that an ended run had only made', async () => {
    const store = new MemoryStateBucketStore({ failures: 1 });
    await expect(ensureStateBucket(store, 'state')).rejects.toThrow('ended');
    expect(await ensureStateBucket(store, 'state')).toBe(false);
    expect([...store.buckets]).toEqual([['state', true]]);
  });

  it("makes nothing where another account has the bucket's name", async () => {
    const store = new MemoryStateBucketStore({ foreign: ['state'] });
    await expect(ensureStateBucket(store, 'state')).rejects.toThrow(BootstrapFailure);
    expect(store.buckets.size).toBe(0);
  });
});
