import { describe, expect, it } from '@jest/globals';
import type { ImageScans, ScannedImage } from './image-scans.ts';

/** A registry with basic scanning. */
export interface ScanSetting {
  readonly scans: ImageScans;
  /** An image that is there and was never scanned, anew each time. It has a vulnerability. */
  readonly push: () => Promise<ScannedImage>;
}

/** What every source of scans does; run against the fake and against a real one. */
export function imageScansContract(setting: () => ScanSetting): void {
  describe('image scans', () => {
    it('know the kind of scanning', async () => {
      const { scans, push } = setting();
      expect(await scans.kind((await push()).region)).toBe('basic');
    });

    it('show nothing of an image that was not scanned', async () => {
      const { scans, push } = setting();
      expect(await scans.read(await push())).toBeUndefined();
    });

    it('start once in 24 hours, and show what was found', async () => {
      const { scans, push } = setting();
      const image = await push();
      expect(await scans.start(image)).toBe('started');
      const state = await scans.read(image);
      expect(['IN_PROGRESS', 'COMPLETE']).toContain(state?.status);
      expect(await scans.start(image)).toBe('too-soon');
      const [found] = (await scans.read(image))?.vulnerabilities ?? [];
      expect(found?.id).toMatch(/^CVE-\d{4}-\d+$/);
      expect(found?.packages[0]).toEqual({ name: expect.any(String), version: expect.any(String) });
    });

    it('say that an image or a repository is not there', async () => {
      const { scans, push } = setting();
      const image = await push();
      const other = { ...image, digest: `sha256:${'0'.repeat(64)}` };
      await expect(scans.read(other)).rejects.toMatchObject({ code: 'image-missing' });
      await expect(scans.start(other)).rejects.toMatchObject({ code: 'image-missing' });
    });
  });
}
