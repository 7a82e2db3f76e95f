import { describe, expect, it } from '@jest/globals';
import { currentRelease } from '@slipway/images';
import type { ReleaseEntry } from '@slipway/images';
import { testSpecs, testWorld } from '../testing/test-world.ts';
import { testDigest, testEntry } from '@slipway/deployments/testing';
import type { Ledger } from '@slipway/deployments';
import type { MemoryLedger } from '@slipway/deployments/testing';
import { recordRelease } from './record-release.ts';

const parts = {
  environment: testSpecs.dev,
  container: 'api',
  action: 'publish',
  repository: 'shop/api',
  digest: testDigest('a'),
  tags: ['dev-1'],
} as const;

/** A ledger into which somebody else writes just before each of the first writes. */
function raced(ledger: MemoryLedger, times: number): Ledger {
  let left = times;
  return {
    entries: (container) => ledger.entries(container),
    append: async (entry) => {
      if (left-- > 0) await ledger.append({ ...entry, digest: testDigest('f') });
      await ledger.append(entry);
    },
  };
}

describe('recordRelease', () => {
  it('numbers entries from 1, and adds who and when', async () => {
    const { world, ledgers } = testWorld('/nowhere');
    const first = await recordRelease(world, parts);
    const second = await recordRelease(world, { ...parts, action: 'test', note: 'smoke test' });
    expect(first).toEqual(testEntry({ container: 'api', sequence: 1, tags: ['dev-1'] }));
    expect(second).toMatchObject({ sequence: 2, action: 'test', note: 'smoke test' });
    expect(await ledgers.dev.entries('api')).toEqual([first, second]);
  });

  it('takes the next number when somebody else took its own', async () => {
    const { world, ledgers } = testWorld('/nowhere');
    const entry = await recordRelease({ ...world, openLedger: () => raced(ledgers.dev, 2) }, parts);
    expect(entry.sequence).toBe(3);
    expect((await ledgers.dev.entries('api')).map(({ sequence }) => sequence)).toEqual([1, 2, 3]);
  });

  it('writes nothing when what was planned for is no longer so', async () => {
    const { world, ledgers } = testWorld('/nowhere');
    const racedWorld = { ...world, openLedger: () => raced(ledgers.dev, 1) };
    const stillFits = (entries: readonly ReleaseEntry[]) => currentRelease(entries) === undefined;
    await expect(recordRelease(racedWorld, parts, { stillFits })).rejects.toMatchObject({
      code: 'ledger-conflict',
      message: expect.stringContaining(`publish of '${testDigest('f')}'`) as unknown,
    });
    expect(await ledgers.dev.entries('api')).toHaveLength(1);
  });

  it('gives up when it never gets a number', async () => {
    const { world, ledgers } = testWorld('/nowhere');
    const busy = { ...world, openLedger: () => raced(ledgers.dev, 1000) };
    await expect(recordRelease(busy, parts)).rejects.toMatchObject({ code: 'ledger-conflict' });
  });
});
