import { readFile, readdir, stat, lstat } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import { dockerConfigCredentials } from '../credentials/docker-config.ts';
import { removeFolder, temporaryFolder } from '../testing/temporary-folder.ts';
import { DockerLoginStore } from './docker-login-store.ts';
import { loginStoreContract } from './login-store.contract.ts';

const folders: string[] = [];
const before = process.env['PATH'] ?? '';
afterEach(async () => {
  process.env['PATH'] = before;
  await Promise.all(folders.splice(0).map(removeFolder));
});

async function folderWith(files: Readonly<Record<string, string>> = {}): Promise<string> {
  const folder = await temporaryFolder(files);
  folders.push(folder);
  return folder;
}

async function openStore(config?: object) {
  const folder = await folderWith(config === undefined ? {} : { 'config.json': JSON.stringify(config) });
  const env = { DOCKER_CONFIG: folder };
  return { folder, store: new DockerLoginStore(env), find: dockerConfigCredentials(env) };
}

/** A helper that keeps what it is given on standard input, and its arguments, in files beside it. */
const HELPER = `#!/bin/sh
folder=$(dirname "$0")
echo "$@" >> "$folder/arguments"
if [ "$1" = store ]; then cat > "$folder/kept"; exit; fi
[ -e "$folder/kept" ] || { echo 'credentials not found in native keychain'; exit 1; }
cat "$folder/kept"`;

async function helperOnPath(script = HELPER): Promise<string> {
  const bin = await folderWith({ 'docker-credential-test': script });
  process.env['PATH'] = `${bin}${delimiter}${before}`;
  return bin;
}

const credentials = { username: 'AWS', password: 'fake-secret' };

loginStoreContract(async () => openStore());
loginStoreContract(async () => openStore({ credsStore: '', auths: {} }));

describe('DockerLoginStore', () => {
  it('leaves everything else as it was', async () => {
    const config = {
      auths: { 'other.test': { auth: 'aDpr', email: 'a@b.test' } },
      credHelpers: { 'third.test': 'pass' },
      proxies: { default: { httpProxy: 'http://proxy.test' } },
    };
    const { folder, store } = await openStore(config);
    await store.keep('host.test', credentials);
    const auth = Buffer.from('AWS:fake-secret').toString('base64');
    expect(JSON.parse(await readFile(join(folder, 'config.json'), 'utf8'))).toEqual({
      ...config,
      auths: { ...config.auths, 'host.test': { auth } },
    });
  });

  it('writes a file that only its owner reads, and leaves no other behind', async () => {
    const { folder, store } = await openStore({});
    await store.keep('host.test', credentials);
    expect((await stat(join(folder, 'config.json'))).mode & 0o777).toBe(0o600);
    expect(await readdir(folder)).toEqual(['config.json']);
  });

  it('writes through a link', async () => {
    const folder = await folderWith({ 'real.json': '{}', 'config.json': '-> real.json' });
    await new DockerLoginStore({ DOCKER_CONFIG: folder }).keep('host.test', credentials);
    expect((await lstat(join(folder, 'config.json'))).isSymbolicLink()).toBe(true);
    expect(await readFile(join(folder, 'real.json'), 'utf8')).toContain('host.test');
  });

  it('gives the login to the credential helper, on its standard input alone, and keeps no older one in the file', async () => {
    const bin = await helperOnPath();
    const { folder, store, find } = await openStore({ credsStore: 'test', auths: { 'host.test': { auth: 'aDpr' } } });
    expect(await store.keep('host.test', credentials)).toEqual({ kind: 'helper', name: 'docker-credential-test' });
    expect(await find('host.test')).toEqual(credentials);
    expect(await readFile(join(bin, 'arguments'), 'utf8')).not.toContain('fake-secret');
    expect(JSON.parse(await readFile(join(folder, 'config.json'), 'utf8'))).toMatchObject({
      auths: { 'host.test': {} },
    });
    expect(await readFile(join(folder, 'config.json'), 'utf8')).not.toContain('aDpr');
  });

  it("shows a helper's failure without the password", async () => {
    await helperOnPath('#!/bin/sh\necho "locked: $(cat)"\nexit 1');
    const { store } = await openStore({ credHelpers: { 'host.test': 'test' } });
    const failure: unknown = await store.keep('host.test', credentials).catch((error: unknown) => error);
    expect(failure).toMatchObject({ code: 'settings-unreadable' });
    expect(String(failure)).toContain('locked');
    expect(String(failure)).not.toContain('fake-secret');
  });

  it("keeps nothing where Amazon's helper asks by itself", async () => {
    const { folder, store } = await openStore({ credHelpers: { 'host.test': 'ecr-login' } });
    expect(await store.keep('host.test', credentials)).toMatchObject({ kind: 'automatic' });
    expect(await readFile(join(folder, 'config.json'), 'utf8')).not.toContain('auths');
  });

  it('does not overwrite a configuration that it cannot read', async () => {
    const folder = await folderWith({ 'config.json': '{ "auths": ' });
    const store = new DockerLoginStore({ DOCKER_CONFIG: folder });
    await expect(store.keep('host.test', credentials)).rejects.toMatchObject({ code: 'settings-unreadable' });
    expect(await readFile(join(folder, 'config.json'), 'utf8')).toBe('{ "auths": ');
  });
});
