import type { ImageRecord } from '@slipway/images';

/** Keeps the records that `build` and `push` write, one JSON file each. */
export interface RecordStore {
  /** The text of the record of that name; undefined when there is none. */
  read(name: string): Promise<string | undefined>;
  write(name: string, record: ImageRecord): Promise<void>;
}
