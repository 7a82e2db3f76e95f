import { appendFile, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { collect } from '../testing/collect.ts';
import { removeFolder, temporaryFolder } from '../testing/temporary-folder.ts';
import { packContext } from './pack-context.ts';
import { readContext } from './read-context.ts';

let folder: string;
beforeEach(async () => {
  folder = await temporaryFolder({ Dockerfile: 'FROM scratch\n', data: 'x'.repeat(1000), empty: '' });
});
afterEach(async () => {
  await removeFolder(folder);
});

async function packedAfter(change: () => Promise<void>): Promise<unknown> {
  const read = await readContext(folder);
  await change();
  return collect<unknown>(packContext(read));
}

/** Else the image would hold something else than its inputs hash says. */
it.each<[string, () => Promise<void>]>([
  ['has grown', () => appendFile(join(folder, 'data'), 'y')],
  ['is shorter', () => truncate(join(folder, 'data'), 10)],
  ['is empty', () => truncate(join(folder, 'data'), 0)],
  ['holds something else of the same length', () => writeFile(join(folder, 'data'), 'y'.repeat(1000))],
])('fails when a file %s since it was hashed', async (_, change) => {
  await expect(packedAfter(change)).rejects.toMatchObject({
    code: 'context-unreadable',
    message: "'data' in the build context was changed while it was sent to the engine",
  });
});

it('fails when a file that was empty is none any more', async () => {
  const failed = packedAfter(() => writeFile(join(folder, 'empty'), 'late'));
  await expect(failed).rejects.toMatchObject({ code: 'context-unreadable' });
});

it('fails when a file is gone since it was hashed', async () => {
  const failed = packedAfter(() => rm(join(folder, 'data')));
  await expect(failed).rejects.toMatchObject({ code: 'context-unreadable' });
});
