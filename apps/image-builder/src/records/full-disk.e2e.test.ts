import { readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import type { ImageRecord } from '@slipway/images';
import { mountSmallDisk } from '../testing/small-disk.ts';
import type { SmallDisk } from '../testing/small-disk.ts';
import { removeFolder, temporaryFolder } from '../testing/temporary-folder.ts';
import { FileRecordStore } from './file-record-store.ts';

const MEGABYTES = 1;
let folder: string;
let disk: SmallDisk;
beforeEach(async () => {
  folder = await temporaryFolder();
  disk = await mountSmallDisk(folder, MEGABYTES);
});
afterEach(async () => {
  await disk.unmount();
  await removeFolder(folder);
});

it('keeps the record of before, whole, and leaves no draft, when there is no room for the next one', async () => {
  const store = new FileRecordStore(folder);
  const [before, next] = [{ container: 'before' }, { container: 'next' }] as ImageRecord[];
  await store.write('api', before!);
  const written = await store.read('api');
  const full = writeFile(join(folder, 'full'), Buffer.alloc(MEGABYTES * 1024 * 1024));
  await expect(full).rejects.toMatchObject({ code: 'ENOSPC' });
  await expect(store.write('api', next!)).rejects.toMatchObject({
    code: 'record-unwritable',
    fix: expect.stringContaining('make room') as unknown,
  });
  expect([await store.read('api'), await readdir(folder)]).toEqual([written, ['api.json', 'full']]);

  await rm(join(folder, 'full'));
  await store.write('api', next!);
  expect(JSON.parse((await store.read('api')) ?? '')).toEqual(next);
});
