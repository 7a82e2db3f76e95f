import type { ImageRecord } from '@slipway/images';
import type { RecordStore } from './record-store.ts';

/** Records for tests. */
export class MemoryRecordStore implements RecordStore {
  readonly texts = new Map<string, string>();

  read(name: string): Promise<string | undefined> {
    return Promise.resolve(this.texts.get(name));
  }

  write(name: string, record: ImageRecord): Promise<void> {
    this.texts.set(name, JSON.stringify(record));
    return Promise.resolve();
  }
}
