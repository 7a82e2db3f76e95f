import { describe, expect, it } from '@jest/globals';
import type { Files } from './files.ts';

export interface FilesSubject {
  readonly files: Files;
  /** Path of a file with the text `content`. */
  readonly present: string;
  readonly missing: string;
}

/** What every kind of files does. */
export function filesContract(name: string, open: () => Promise<FilesSubject>): void {
  describe(name, () => {
    it('reads what is there', async () => {
      const { files, present } = await open();
      expect(await files.read(present)).toBe('content');
    });

    it('reads what it wrote, in place of what was there', async () => {
      const { files, present } = await open();
      await files.write(present, 'other');
      expect(await files.read(present)).toBe('other');
    });

    it('says which file is not there', async () => {
      const { files, missing } = await open();
      const failure = {
        code: 'unreadable-file',
        message: expect.stringContaining(`'${missing}' can't be read`) as unknown,
      };
      await expect(files.read(missing)).rejects.toMatchObject(failure);
    });
  });
}
