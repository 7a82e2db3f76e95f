import { rm, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, expect, it } from '@jest/globals';
import { execa } from 'execa';
import { removeFolder, temporaryFolder } from '../testing/temporary-folder.ts';
import { packContext } from './pack-context.ts';
import { readContext } from './read-context.ts';

let workspace = '';
afterEach(async () => {
  await removeFolder(workspace);
});

async function context(files: Readonly<Record<string, string>> = {}): Promise<string> {
  workspace = await temporaryFolder({ 'secret/key': 'fake-secret', 'api/Dockerfile': 'FROM scratch\n', ...files });
  return join(workspace, 'api');
}

it('follows no link: what lies outside of the context stays there', async () => {
  const read = await readContext(await context({ 'api/file': '-> ../secret/key', 'api/folder': '-> ../secret' }));
  expect(read.entries.slice(1)).toEqual([
    { type: 'link', path: 'file', target: '../secret/key' },
    { type: 'link', path: 'folder', target: '../secret' },
  ]);
  const { stdout } = await execa('cat', { input: packContext(read), encoding: 'latin1' });
  expect(stdout).not.toContain('fake-secret');
});

it('refuses a Dockerfile that is a link to outside of the context', async () => {
  const folder = await context({ 'other/Dockerfile': 'FROM scratch\n' });
  await rm(join(folder, 'Dockerfile'));
  await symlink('../other/Dockerfile', join(folder, 'Dockerfile'));
  await expect(readContext(folder)).rejects.toMatchObject({
    code: 'dockerfile-missing',
    message: expect.stringContaining('a link to outside of the folder') as unknown,
  });
});

it('takes a Dockerfile that is a link to another file of the context, and a context that is reached by a link', async () => {
  const folder = await context({ 'api/docker/Dockerfile': 'FROM scratch\n# linked\n', link: '-> api' });
  await rm(join(folder, 'Dockerfile'));
  await symlink('docker/Dockerfile', join(folder, 'Dockerfile'));
  expect((await readContext(join(workspace, 'link'))).dockerfile).toContain('# linked');
});

it.each(['a\nb', '$(id)', "'; rm -rf .", '-rf', '\u202e', 'a b'])('packs a file named %j as it is', async (name) => {
  const folder = await context({ [`api/${name}`]: 'x' });
  const read = await readContext(folder);
  expect(read.entries.map(({ path }) => path)).toContain(name);
  const { stdout } = await execa('tar', ['-tf', '-', '--quoting-style=literal', '--null'], {
    input: packContext(read),
  });
  expect(stdout).toContain(name);
});
