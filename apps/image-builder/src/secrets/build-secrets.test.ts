import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { removeFolder, temporaryFolder } from '../testing/temporary-folder.ts';
import { hostSecrets } from './build-secrets.ts';
import { pipFiles } from './pip-files.ts';

let home: string;
beforeEach(async () => {
  home = await temporaryFolder({
    '.config/pip/pip.conf': '[global]\nindex-url = https://user.test\ntimeout = 7\n',
    'own.conf': '[global]\nindex-url = https://own.test\n',
    'ca.pem': 'a bundle',
  });
});
afterEach(async () => {
  await removeFolder(home);
});

async function secrets(env: Readonly<Record<string, string>>): Promise<Record<string, string>> {
  // No file of the real machine takes part: the system-wide folder is an empty one.
  const found = await hostSecrets({ platform: 'linux', home, env: { XDG_CONFIG_DIRS: join(home, 'none'), ...env } })();
  return Object.fromEntries([...found].map(([id, bytes]) => [id, new TextDecoder().decode(bytes)]));
}

describe('hostSecrets', () => {
  it("gives the user's pip settings", async () => {
    expect((await secrets({}))['pipconf']).toBe('[global]\nindex-url = https://user.test\ntimeout = 7\n');
  });

  it('lets PIP_CONFIG_FILE win over files, and the environment over all', async () => {
    const PIP_CONFIG_FILE = join(home, 'own.conf');
    expect((await secrets({ PIP_CONFIG_FILE }))['pipconf']).toBe(
      '[global]\nindex-url = https://own.test\ntimeout = 7\n',
    );
    expect((await secrets({ PIP_CONFIG_FILE, PIP_INDEX_URL: 'https://env.test' }))['pipconf']).toContain(
      'https://env.test',
    );
  });

  it('reads no file when PIP_CONFIG_FILE is the null device', async () => {
    expect(await secrets({ PIP_CONFIG_FILE: '/dev/null' })).not.toHaveProperty('pipconf');
  });

  it('gives the bundle of certificate authorities that is set', async () => {
    expect((await secrets({ PIP_CERT: join(home, 'ca.pem') }))['ca']).toBe('a bundle');
    expect((await secrets({ SSL_CERT_FILE: join(home, 'ca.pem'), PIP_CERT: join(home, 'none') }))['ca']).toBe(
      'a bundle',
    );
  });

  it('says which setting names a file that is not there', async () => {
    await expect(secrets({ SSL_CERT_FILE: join(home, 'none') })).rejects.toMatchObject({
      code: 'settings-unreadable',
      message: expect.stringMatching(/^SSL_CERT_FILE names '.*none'/) as unknown,
    });
  });
});

it('knows where pip looks on each system', () => {
  expect(pipFiles({ platform: 'linux', home: '/h', env: {} })).toEqual([
    '/etc/xdg/pip/pip.conf',
    '/etc/pip.conf',
    '/h/.pip/pip.conf',
    '/h/.config/pip/pip.conf',
  ]);
  expect(pipFiles({ platform: 'darwin', home: '/h', env: {} })[0]).toBe('/Library/Application Support/pip/pip.conf');
  expect(pipFiles({ platform: 'win32', home: '/h', env: { APPDATA: '/r' } }).at(-1)).toBe('/r/pip/pip.ini');
});
