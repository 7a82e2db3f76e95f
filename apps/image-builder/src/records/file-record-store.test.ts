import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import type { ImageRecord } from '@slipway/images';
import { removeFolder, temporaryFolder } from '../testing/temporary-folder.ts';
import { FileRecordStore } from './file-record-store.ts';
import { recordStoreContract } from './record-store.contract.ts';

const record = { container: 'api' } as ImageRecord;
let folder: string;
beforeEach(async () => {
  folder = await temporaryFolder({ file: '' });
});
afterEach(async () => {
  await removeFolder(folder);
});

recordStoreContract(() => new FileRecordStore(join(folder, 'records')));

it('writes records that it reads back, and leaves no draft', async () => {
  const store = new FileRecordStore(join(folder, 'a', 'b'));
  expect(await store.read('api')).toBeUndefined();
  await store.write('api', record);
  expect(JSON.parse((await store.read('api')) ?? '')).toEqual(record);
  expect(await readdir(join(folder, 'a', 'b'))).toEqual(['api.json']);
});

it('says where it cannot write', async () => {
  const store = new FileRecordStore(join(folder, 'file'));
  await expect(store.write('api', record)).rejects.toMatchObject({ code: 'record-unwritable' });
});
