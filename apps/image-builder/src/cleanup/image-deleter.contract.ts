import { beforeEach, describe, expect, it } from '@jest/globals';
import type { RepositoryAddress } from '@slipway/access';
import type { ImageDeleter } from './image-deleter.ts';

/** A deleter with an empty repository, and ways to fill it and to look into it. */
export interface DeleterSetting {
  readonly deleter: ImageDeleter;
  readonly repository: RepositoryAddress;
  /** @returns the digest */
  readonly push: (content: string, more: { tags: readonly string[]; children?: readonly string[] }) => Promise<string>;
  readonly digests: () => Promise<readonly string[]>;
}

/** What every deleter does; run against the fake and against a real one. */
export function imageDeleterContract(open: () => Promise<DeleterSetting>): void {
  describe('an image deleter', () => {
    let setting: DeleterSetting;
    beforeEach(async () => {
      setting = await open();
    });

    it('deletes an image with all its tags, and no other', async () => {
      const { deleter, repository, push, digests } = setting;
      const gone = await push('old', { tags: ['v1', 'v1-again'] });
      const stays = await push('new', { tags: ['v2'] });
      expect(await deleter.delete(repository, [gone])).toEqual([]);
      expect(await digests()).toEqual([stays]);
    });

    it('takes what is gone already as deleted', async () => {
      const { deleter, repository, push, digests } = setting;
      const gone = await push('old', { tags: [] });
      expect(await deleter.delete(repository, [gone, `sha256:${'0'.repeat(64)}`])).toEqual([]);
      expect(await deleter.delete(repository, [gone])).toEqual([]);
      expect(await digests()).toEqual([]);
    });

    it('has nothing to do for no images', async () => {
      expect(await setting.deleter.delete(setting.repository, [])).toEqual([]);
    });

    it('says that there is no such repository', async () => {
      const { deleter, repository } = setting;
      const deletion = deleter.delete({ ...repository, name: 'cleanup/none' }, [`sha256:${'0'.repeat(64)}`]);
      await expect(deletion).rejects.toMatchObject({ code: 'repository-missing' });
    });
  });
}
