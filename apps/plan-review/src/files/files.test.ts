import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { memoryFiles } from '../testing/memory-files.ts';
import { diskFiles } from './disk-files.ts';
import { filesContract } from './files.contract.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'plan-review-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true });
});

filesContract('files of a test', () =>
  Promise.resolve({ files: memoryFiles({ present: 'content' }), present: 'present', missing: 'missing' }),
);

filesContract('files on the disk', async () => {
  const present = join(folder, 'present');
  await writeFile(present, 'content');
  return { files: diskFiles, present, missing: join(folder, 'missing') };
});

it('says that a file cannot be written where there is no folder', async () => {
  await expect(diskFiles.write(join(folder, 'none', 'out.md'), '')).rejects.toMatchObject({ code: 'unwritable-file' });
});
