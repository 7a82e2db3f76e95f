import { describe, expect, it } from '@jest/globals';
import type { Digest, ReleaseEntry } from '@slipway/images';
import type { Ledger } from '../ledger/ledger.ts';

/** An entry of the environment that a ledger under test is of. */
export function testEntry(parts: Partial<ReleaseEntry> & Pick<ReleaseEntry, 'container' | 'sequence'>): ReleaseEntry {
  return {
    schemaVersion: 1,
    environment: 'dev',
    action: 'publish',
    repository: 'shop/api',
    digest: testDigest('a'),
    tags: ['dev-0123456789ab'],
    by: 'arn:aws:iam::111111111111:user/tester',
    at: '2026-03-02T00:00:00.000Z',
    ...parts,
  };
}

export function testDigest(letter: string): Digest {
  return `sha256:${letter.repeat(64)}`;
}

/** What every ledger does; run against the fake and against S3's. Each test has containers of its own. */
export function ledgerContract(open: () => Ledger): void {
  describe('a ledger', () => {
    it('is empty at first', async () => {
      expect(await open().entries('nobody')).toEqual([]);
    });

    it('gives back what was added, by number and container', async () => {
      const all = { from: 'dev', previous: testDigest('b'), commit: 'c'.repeat(40), note: 'why: "it" is — good' };
      const first = testEntry({ container: 'kept', sequence: 1, ...all });
      const second = testEntry({ container: 'kept', sequence: 2, action: 'test', tags: [] });
      await open().append(first);
      await open().append(second);
      // Its name begins with that of the other.
      await open().append(testEntry({ container: 'kept-too', sequence: 1 }));
      expect(await open().entries('kept')).toEqual([first, second]);
    });

    it('never changes an entry', async () => {
      const entry = testEntry({ container: 'fixed', sequence: 1 });
      await open().append(entry);
      await expect(open().append({ ...entry, digest: testDigest('d') })).rejects.toMatchObject({
        code: 'ledger-conflict',
      });
      expect(await open().entries('fixed')).toEqual([entry]);
    });

    it('lets one of many writers win', async () => {
      const entry = testEntry({ container: 'race', sequence: 1 });
      const writers = ['1', '2', '3', '4', '5', '6'].map((digit) => ({ ...entry, digest: testDigest(digit) }));
      const results = await Promise.allSettled(writers.map((writer) => open().append(writer)));
      const won = writers.filter((_, index) => results[index]?.status === 'fulfilled');
      expect(won).toHaveLength(1);
      expect(await open().entries('race')).toEqual(won);
    });
  });
}
