import { readFile, stat, writeFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { errorMessage } from '@slipway/cli';
import { Failure } from '../failure.ts';
import type { Files } from './files.ts';

/** Node reads no more than half a gigabyte into one text; a plan of 2,000 changes has some 20 MB. */
const MOST_BYTES = 400_000_000;

/** The disk and standard input of this process. */
export const diskFiles: Files = {
  async read(path) {
    if (path === '-') return text(process.stdin);
    const { size } = await stat(path).catch((cause: unknown) => fail(path, cause));
    if (size > MOST_BYTES) fail(path, new Error(`it has ${size} bytes, and at most ${MOST_BYTES} are read`));
    return readFile(path, 'utf8').catch((cause: unknown) => fail(path, cause));
  },
  async write(path, content) {
    await writeFile(path, content).catch((cause: unknown) => {
      throw new Failure({
        code: 'unwritable-file',
        message: `'${path}' can't be written: ${errorMessage(cause)}`,
        fix: 'name a file in a folder that is there',
        cause,
      });
    });
  },
};

function fail(path: string, cause: unknown): never {
  throw new Failure({
    code: 'unreadable-file',
    message: `'${path}' can't be read: ${errorMessage(cause)}`,
    fix: "name the output of 'terraform show -json <plan file>', or '-' for standard input",
    cause,
  });
}
