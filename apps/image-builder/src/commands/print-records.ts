import { isFailure, renderJson } from '@slipway/cli';
import type { ImageRecord } from '@slipway/images';
import type { Shell } from '../shell.ts';
import { formatRecords } from './format-records.ts';

export interface Printing {
  readonly json: boolean;
  readonly shell: Shell;
  readonly work: () => Promise<readonly ImageRecord[]>;
}

/** Prints what a command made: for people as a table, or as one JSON document, which says so too when the command failed. */
export async function printRecords({ json, shell, work }: Printing): Promise<void> {
  try {
    const images = await work();
    shell.print(json ? renderJson({ images }) : formatRecords(images));
  } catch (error) {
    if (json && isFailure(error))
      shell.print(renderJson({ images: [], error: { code: error.code, message: error.message, fix: error.fix } }));
    throw error;
  }
}
