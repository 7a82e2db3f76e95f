import { chmod, lstat, mkdtemp, readFile, readlink, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it } from '@jest/globals';
import { removeFolder, temporaryFolder } from '../testing/temporary-folder.ts';
import { readContext } from './read-context.ts';
import { writeContext } from './write-context.ts';

const folders: string[] = [];
afterEach(async () => {
  for (const folder of folders.splice(0)) await removeFolder(folder);
});

async function written(files: Readonly<Record<string, string>>): Promise<string> {
  const from = await temporaryFolder({ Dockerfile: 'FROM scratch\n', ...files });
  const to = await mkdtemp(join(tmpdir(), 'image-builder-'));
  folders.push(from, to);
  await chmod(join(from, 'Dockerfile'), 0o600);
  await writeContext(await readContext(from), to);
  return to;
}

it('writes what the context holds, and nothing that .dockerignore names', async () => {
  const to = await written({ 'm/a.x': 'x', 'm/b.y': 'y', '.dockerignore': 'm/*.x\n' });
  expect((await readdir(to, { recursive: true })).sort()).toEqual(['.dockerignore', 'Dockerfile', 'm', 'm/b.y']);
  expect(await readFile(join(to, 'm/b.y'), 'utf8')).toBe('y');
});

it('gives every entry the modes and the time of a packed context', async () => {
  const to = await written({ 'm/run': '#!/bin/sh\n', link: '-> ../../outside' });
  const modes = { Dockerfile: 0o644, m: 0o755, 'm/run': 0o755 };
  for (const [path, mode] of Object.entries(modes)) expect((await lstat(join(to, path))).mode & 0o777).toBe(mode);
  for (const path of [...Object.keys(modes), 'link'])
    expect((await lstat(join(to, path))).mtime.toISOString()).toBe('1980-01-01T00:00:00.000Z');
  expect(await readlink(join(to, 'link'))).toBe('../../outside');
});

it.each([
  ['was changed', (file: string) => writeFile(file, '2')],
  ['is gone', (file: string) => rm(file)],
])('refuses a file that %s since the context was read', async (_, change) => {
  const from = await temporaryFolder({ Dockerfile: 'FROM scratch\n', a: '1' });
  const to = await mkdtemp(join(tmpdir(), 'image-builder-'));
  folders.push(from, to);
  const context = await readContext(from);
  await change(join(from, 'a'));
  await expect(writeContext(context, to)).rejects.toMatchObject({
    code: 'context-unreadable',
    message: expect.stringContaining("'a'") as unknown,
  });
});
