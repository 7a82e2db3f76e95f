import { once } from 'node:events';
import { mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
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

it.each([
  ['loop', (folder: string) => symlink('Dockerfile', join(folder, 'Dockerfile'))],
  ['pipe', (folder: string) => execa('mkfifo', [join(folder, 'Dockerfile')])],
  ['folder', (folder: string) => mkdir(join(folder, 'Dockerfile'))],
])('refuses a Dockerfile that is a %s, and waits for nobody', async (_, make) => {
  const folder = await context();
  await rm(join(folder, 'Dockerfile'));
  await make(folder);
  await expect(readContext(folder)).rejects.toMatchObject({ code: 'dockerfile-missing' });
});

it('waits for nobody when .dockerignore is a pipe', async () => {
  const folder = await context();
  await execa('mkfifo', [join(folder, '.dockerignore')]);
  await expect(readContext(folder)).rejects.toMatchObject({
    code: 'context-unreadable',
    message: expect.stringContaining('.dockerignore') as unknown,
  });
});

it('packs links that lead in a circle as the links that they are', async () => {
  const read = await readContext(await context({ 'api/a': '-> b', 'api/b': '-> a', 'api/here': '-> .' }));
  const { stdout } = await execa('tar', ['-tf', '-'], { input: packContext(read) });
  expect(stdout.split('\n')).toEqual(['Dockerfile', 'a', 'b', 'here']);
});

it('leaves out sockets, which no tar can hold', async () => {
  const folder = await context();
  const server = createServer().listen(join(folder, 'socket'));
  await once(server, 'listening');
  const { entries } = await readContext(folder).finally(() => server.close());
  expect(entries.map(({ path }) => path)).toEqual(['Dockerfile']);
});

/** Linux takes any byte but `/` and NUL for a name; such a one can't be said in the API of Node or of Docker. */
it('refuses a name that is no UTF-8, unless it is ignored', async () => {
  const folder = await context();
  await writeFile(Buffer.concat([Buffer.from(join(folder, 'bad-')), Buffer.from([0xff])]), 'x');
  await expect(readContext(folder)).rejects.toMatchObject({
    code: 'context-unreadable',
    message: expect.stringMatching(/bad-\uFFFD' .* has a name that is no UTF-8$/) as unknown,
  });
  await writeFile(join(folder, '.dockerignore'), 'bad-*\n');
  expect((await readContext(folder)).entries.map(({ path }) => path)).toEqual(['.dockerignore', 'Dockerfile']);
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
