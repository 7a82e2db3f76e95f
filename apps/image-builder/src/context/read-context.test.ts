import { createHash } from 'node:crypto';
import { chmod, rename, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import { execa } from 'execa';
import { removeFolder, temporaryFolder } from '../testing/temporary-folder.ts';
import { packContext } from './pack-context.ts';
import { readContext } from './read-context.ts';

let folders: string[] = [];
async function folder(files: Readonly<Record<string, string>>): Promise<string> {
  const made = await temporaryFolder({ Dockerfile: 'FROM scratch\n', ...files });
  folders.push(made);
  return made;
}
afterEach(async () => {
  await Promise.all(folders.map(removeFolder));
  folders = [];
});

async function paths(files: Readonly<Record<string, string>>): Promise<string[]> {
  const { entries } = await readContext(await folder(files));
  return entries.map(({ path }) => path);
}

async function packed(of: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of packContext(await readContext(of))) hash.update(chunk as Uint8Array);
  return hash.digest('hex');
}

/** Patterns and what they mean are from Docker's documentation of .dockerignore. */
describe('readContext', () => {
  it('lists everything, sorted, folders first', async () => {
    expect(await paths({ 'b/c': '', 'a.txt': '', 'b.txt': '' })).toEqual(['Dockerfile', 'a.txt', 'b', 'b.txt', 'b/c']);
  });

  it('follows nested patterns', async () => {
    const files = { 'temp/x': '', 'a/temp.txt': '', 'a/b/temp.txt': '', 'a/keep': '', 'deep/er/x.pyc': '' };
    expect(await paths({ ...files, '.dockerignore': '# comment\ntemp\n*/temp*\n**/*.pyc\n' })).toEqual([
      '.dockerignore',
      'Dockerfile',
      'a',
      'a/b',
      'a/b/temp.txt',
      'a/keep',
      'deep',
      'deep/er',
    ]);
  });

  it('keeps what an exception brings back from an ignored folder, and the folders above it', async () => {
    const files = { 'docs/a.md': '', 'docs/deep/keep.md': '', 'docs/deep/b.md': '', 'src/a': '' };
    expect(await paths({ ...files, '.dockerignore': '*\n!docs/deep/keep.md\n!src\n' })).toEqual([
      'Dockerfile',
      'docs',
      'docs/deep',
      'docs/deep/keep.md',
      'src',
      'src/a',
    ]);
  });

  it('knows files, executables and links', async () => {
    const { entries } = await readContext(await folder({ run: '#!/bin/sh\n', link: '-> run' }));
    expect(entries.slice(1)).toEqual([
      { type: 'link', path: 'link', target: 'run' },
      {
        type: 'file',
        path: 'run',
        executable: true,
        bytes: 10,
        sha256: createHash('sha256').update('#!/bin/sh\n').digest('hex'),
      },
    ]);
  });

  it('says that there is no Dockerfile', async () => {
    const empty = await folder({});
    await rename(join(empty, 'Dockerfile'), join(empty, 'other'));
    await expect(readContext(empty)).rejects.toMatchObject({ code: 'dockerfile-missing' });
  });

  it('says what it cannot put into a context', async () => {
    const odd = await folder({});
    await execa('mkfifo', [join(odd, 'pipe')]);
    await expect(readContext(odd)).rejects.toMatchObject({
      code: 'context-unreadable',
      message: expect.stringContaining('pipe') as unknown,
    });
  });
});

describe('packContext', () => {
  it('is the same, byte for byte, whatever the times and the other modes of a checkout', async () => {
    const [one, two] = [await folder({ 'a/b': 'x', run: '#!' }), await folder({ run: '#!', 'a/b': 'x' })];
    await utimes(join(two, 'a/b'), 1, 1);
    await chmod(join(two, 'a/b'), 0o664);
    expect(await packed(two)).toBe(await packed(one));
    await writeFile(join(two, 'a/b'), 'y');
    expect(await packed(two)).not.toBe(await packed(one));
  });

  it('holds exactly the entries, owned by root', async () => {
    const from = await folder({ 'm/a.x': '', 'm/b.y': '', link: '-> m/b.y', '.dockerignore': 'm/*.x\n.dockerignore' });
    const listing = await execa('tar', ['-tvf', '-', '--numeric-owner'], {
      input: packContext(await readContext(from)),
      env: { TZ: 'UTC' },
    });
    const rows = listing.stdout.split('\n').map((line) => line.replace(/\s+/g, ' '));
    expect(rows).toEqual([
      '-rw-r--r-- 0/0 13 1980-01-01 00:00 Dockerfile',
      'lrwxr-xr-x 0/0 0 1980-01-01 00:00 link -> m/b.y',
      'drwxr-xr-x 0/0 0 1980-01-01 00:00 m',
      '-rw-r--r-- 0/0 0 1980-01-01 00:00 m/b.y',
    ]);
  });
});
