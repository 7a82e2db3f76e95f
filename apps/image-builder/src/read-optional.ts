import { readFile } from 'node:fs/promises';
import { errorCode } from '@slipway/cli';

/** Text of a file; undefined when there is none. Any other problem is thrown. */
export async function readOptional(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}
