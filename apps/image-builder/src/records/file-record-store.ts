import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { ImageRecord } from '@slipway/images';
import { Failure } from '../failure.ts';
import { readOptional } from '../read-optional.ts';
import { replaceFile } from '../replace-file.ts';
import type { RecordStore } from './record-store.ts';

/** Records as `<folder>/<name>.json`, each replaced as a whole. */
export class FileRecordStore implements RecordStore {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  async read(name: string): Promise<string | undefined> {
    return readOptional(this.#file(name));
  }

  async write(name: string, record: ImageRecord): Promise<void> {
    try {
      await mkdir(this.#folder, { recursive: true });
      await replaceFile(this.#file(name), `${JSON.stringify(record, null, 2)}\n`);
    } catch (cause) {
      const message = `the record '${this.#file(name)}' can't be written: ${String(cause)}`;
      throw new Failure({
        code: 'record-unwritable',
        message,
        fix: 'make room, or name a folder that can be written by --record-dir',
        cause,
      });
    }
  }

  #file(name: string): string {
    return join(this.#folder, `${name}.json`);
  }
}
