import { readFile, readdir, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { replaceFile } from './replace-file.ts';
import { removeFolder, temporaryFolder } from './testing/temporary-folder.ts';

let folder: string;
beforeEach(async () => {
  folder = await temporaryFolder({ 'config.json': 'old' });
});
afterEach(async () => {
  await removeFolder(folder);
});
const file = () => join(folder, 'config.json');

it('replaces the file, and leaves no draft', async () => {
  await replaceFile(file(), 'new', { mode: 0o600 });
  expect(await readFile(file(), 'utf8')).toBe('new');
  expect(await readdir(folder)).toEqual(['config.json']);
});

it('leaves no draft where it cannot', async () => {
  await expect(replaceFile(join(folder, 'none', 'config.json'), 'new')).rejects.toThrow(/ENOENT/);
  expect(await readdir(folder)).toEqual(['config.json']);
});

it('is not hindered by the draft of a killed run that had the same process id, as in a container', async () => {
  await writeFile(`${file()}.${process.pid}.tmp`, 'half');
  await replaceFile(file(), 'new');
  expect(await readFile(file(), 'utf8')).toBe('new');
});

it('removes drafts of runs that were killed an hour ago, and those of no other file', async () => {
  const drafts = ['config.json.1.tmp', 'config.json.2.tmp', 'other.json.3.tmp'];
  for (const draft of drafts) await writeFile(join(folder, draft), 'half');
  const before = new Date(Date.now() - 2 * 60 * 60 * 1000);
  for (const draft of ['config.json.1.tmp', 'other.json.3.tmp']) await utimes(join(folder, draft), before, before);
  await replaceFile(file(), 'new');
  expect((await readdir(folder)).sort()).toEqual(['config.json', 'config.json.2.tmp', 'other.json.3.tmp']);
});
