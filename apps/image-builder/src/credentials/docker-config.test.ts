import { delimiter, join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import { removeFolder, temporaryFolder } from '../testing/temporary-folder.ts';
import { dockerConfigCredentials } from './docker-config.ts';
import type { Credentials } from './credentials.ts';

const folders: string[] = [];
afterEach(async () => {
  await Promise.all(folders.splice(0).map(removeFolder));
});

async function folderWith(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await temporaryFolder(files);
  folders.push(folder);
  return folder;
}

async function ask(config: string, host: string): Promise<Credentials | undefined> {
  const folder = await folderWith({ 'config.json': config });
  return dockerConfigCredentials({ DOCKER_CONFIG: folder })(host);
}

describe('dockerConfigCredentials', () => {
  const auths = {
    'host:80': { auth: Buffer.from('me:fa:ke').toString('base64') },
    'https://index.docker.io/v1/': { auth: 'aDpr' },
  };

  it('reads the login of a host, and of Docker Hub under any of its names', async () => {
    expect(await ask(JSON.stringify({ auths }), 'host:80')).toEqual({ username: 'me', password: 'fa:ke' });
    expect(await ask(JSON.stringify({ auths }), 'registry-1.docker.io')).toEqual({ username: 'h', password: 'k' });
    expect(await ask(JSON.stringify({ auths }), 'other')).toBeUndefined();
  });

  it('has no login without a configuration', async () => {
    const folder = await folderWith({});
    expect(await dockerConfigCredentials({ DOCKER_CONFIG: join(folder, 'none') })('host')).toBeUndefined();
  });

  it('says that a configuration is broken', async () => {
    await expect(ask('{', 'host')).rejects.toMatchObject({ code: 'settings-unreadable' });
  });

  it('says that a credential helper is not there', async () => {
    const config = JSON.stringify({ credHelpers: { host: 'slipway-test-none' } });
    await expect(ask(config, 'host')).rejects.toMatchObject({
      code: 'settings-unreadable',
      message: expect.stringContaining('docker-credential-slipway-test-none') as unknown,
    });
  });

  it('asks a credential helper by its protocol', async () => {
    const script = `#!/bin/sh
read host
[ "$host" = known ] && echo '{"ServerURL":"known","Username":"u","Secret":"fake"}' && exit
echo 'credentials not found in native keychain'; exit 1`;
    const bin = await folderWith({ 'docker-credential-test': script });
    const path = process.env['PATH'] ?? '';
    process.env['PATH'] = `${bin}${delimiter}${path}`;
    try {
      expect(await ask('{"credsStore":"test"}', 'known')).toEqual({ username: 'u', password: 'fake' });
      expect(await ask('{"credsStore":"test"}', 'unknown')).toBeUndefined();
    } finally {
      process.env['PATH'] = path;
    }
  });
});
