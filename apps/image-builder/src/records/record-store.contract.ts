import { describe, expect, it } from '@jest/globals';
import type { ImageRecord } from '@slipway/images';
import type { RecordStore } from './record-store.ts';

/** What every store of records does; run against the fake and against files. The store is empty, and another one each time. */
export function recordStoreContract(open: () => RecordStore): void {
  const read = async (store: RecordStore, name: string): Promise<unknown> =>
    JSON.parse((await store.read(name)) ?? 'null');

  describe('a store of records', () => {
    it('has nothing of a name that was not written', async () => {
      expect(await open().read('api')).toBeUndefined();
    });

    it('gives back what was written, as JSON', async () => {
      const store = open();
      await store.write('api', record('api'));
      expect(await read(store, 'api')).toEqual(record('api'));
    });

    it('keeps the last record of a name, and those of other names as they are', async () => {
      const store = open();
      await store.write('api', record('api'));
      await store.write('api.dev', record('api in dev'));
      await store.write('api', record('api again'));
      expect(await read(store, 'api')).toEqual(record('api again'));
      expect(await read(store, 'api.dev')).toEqual(record('api in dev'));
    });

    it('does not look at what is changed after it was written', async () => {
      const store = open();
      const written = { container: 'api' };
      await store.write('api', written as ImageRecord);
      written.container = 'another';
      expect(await read(store, 'api')).toEqual(record('api'));
    });
  });
}

function record(container: string): ImageRecord {
  return { container } as ImageRecord;
}
