import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { removeFolder, temporaryFolder } from '../testing/temporary-folder.ts';
import { cosignSigner } from './cosign-signer.ts';
import type { SignRequest } from './signer.ts';

const digest = `sha256:${'a'.repeat(64)}` as const;
const place = {
  uri: 'registry.test/shop/api',
  scheme: 'https:',
  account: '111111111111',
  region: 'us-east-1',
  credentials: { username: 'AWS', password: 'fake-password' },
} as const;
const request: SignRequest = {
  place,
  digest,
  key: 'env://COSIGN_PRIVATE_KEY',
  publicLog: false,
  signal: new AbortController().signal,
};
/** Writes down what it was told, and with which login. */
const RECORDING = `#!/bin/sh
here=$(dirname "$0")
printf '%s\\n' "$@" > "$here/arguments"
printf '%s' "$COSIGN_PRIVATE_KEY" > "$here/key"
printf '%s' "$DOCKER_CONFIG" > "$here/folder"
cat "$DOCKER_CONFIG/config.json" > "$here/config.json"
`;

const before = { ...process.env };
let folder = '';
beforeEach(async () => {
  folder = await temporaryFolder({ cosign: RECORDING });
  process.env['PATH'] = `${folder}:${before['PATH'] ?? ''}`;
  process.env['COSIGN_PRIVATE_KEY'] = 'fake-key';
});
afterEach(async () => {
  process.env = { ...before };
  await removeFolder(folder);
});
const written = (name: string): Promise<string> => readFile(join(folder, name), 'utf8');

describe('cosignSigner', () => {
  it('names the image by its digest and the key by its place, and gives no secret as an argument', async () => {
    await cosignSigner(request);
    const told = (await written('arguments')).trim().split('\n');
    expect(told[0]).toBe('sign');
    expect(told.at(-1)).toBe(`registry.test/shop/api@${digest}`);
    expect(told).toEqual(expect.arrayContaining(['--yes', '--key', 'env://COSIGN_PRIVATE_KEY', '--tlog-upload=false']));
    expect(told.join(' ')).not.toMatch(/fake/);
    expect(await written('key')).toBe('fake-key');
  });

  it('gives cosign the login of that registry alone, and removes it', async () => {
    await cosignSigner(request);
    const auth = Buffer.from('AWS:fake-password').toString('base64');
    expect(JSON.parse(await written('config.json'))).toEqual({ auths: { 'registry.test': { auth } } });
    await expect(readFile(join(await written('folder'), 'config.json'))).rejects.toMatchObject({ code: 'ENOENT' });
  });

  it('writes into the public log, and speaks HTTP, only when told so', async () => {
    await cosignSigner(request);
    expect(await written('arguments')).not.toContain('http');
    await cosignSigner({ ...request, publicLog: true, place: { ...place, scheme: 'http:' } });
    expect(await written('arguments')).toContain('--allow-http-registry');
    expect(await written('arguments')).not.toContain('tlog');
  });

  it("says that cosign failed, in cosign's words", async () => {
    await removeFolder(folder);
    folder = await temporaryFolder({ cosign: '#!/bin/sh\necho "no such key" >&2\nexit 1\n' });
    process.env['PATH'] = `${folder}:${before['PATH'] ?? ''}`;
    await expect(cosignSigner(request)).rejects.toMatchObject({
      code: 'signing-failed',
      message: `cosign did not sign 'registry.test/shop/api@${digest}'; it ended with 1: no such key`,
    });
  });

  it('says what to install where there is no cosign', async () => {
    process.env['PATH'] = '/nowhere';
    await expect(cosignSigner(request)).rejects.toMatchObject({
      code: 'tool-missing',
      fix: expect.stringContaining('install cosign 3') as unknown,
    });
  });
});
