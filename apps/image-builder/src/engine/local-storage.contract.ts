import { describe, expect, it } from '@jest/globals';
import type { Digest } from '@slipway/images';
import type { LocalStorage } from './local-storage.ts';

export interface StorageSetting {
  readonly storage: LocalStorage;
  /** A label of this run alone. */
  readonly label: string;
  /** Makes an image with this label that nothing uses. @returns its id */
  readonly hold: (names: readonly string[]) => Promise<Digest>;
}

/** Longer than there is an engine that could have a cache. */
const TEN_YEARS = 3650;

/** What every storage does; run against the fake and against a real engine. */
export function localStorageContract(setting: () => StorageSetting): void {
  describe('the storage of an engine', () => {
    it('lists the images of a label with their names, and removes one with all of them', async () => {
      const { storage, label, hold } = setting();
      const names = ['slipway-storage/app:v1', 'slipway-storage/app:v2'];
      const id = await hold(names);
      const [image, ...others] = await storage.list(label);
      expect(others).toEqual([]);
      expect(image).toMatchObject({ id, names });
      expect(image?.labels).toHaveProperty([label]);
      expect(image?.createdAt.getTime()).not.toBeNaN();
      expect(await storage.remove({ id, names })).toBe(true);
      expect(await storage.list(label)).toEqual([]);
    });

    it('takes what is gone already as removed', async () => {
      const { storage } = setting();
      const gone = { id: `sha256:${'0'.repeat(64)}`, names: ['slipway-storage/none:v1'] } as const;
      expect(await storage.remove(gone)).toBe(true);
    });

    it('shows nothing under a label that no image has', async () => {
      const { storage, label } = setting();
      expect(await storage.list(`${label}.none`)).toEqual([]);
    });

    it('leaves build cache that was used since', async () => {
      expect(await setting().storage.pruneCache(TEN_YEARS)).toBe(0);
    });
  });
}
