import { afterEach, describe, expect, it } from '@jest/globals';
import type { Credentials } from '../credentials/credentials.ts';
import { sha256 } from '../sha256.ts';
import { serve } from '../testing/serve.ts';
import type { ScriptedServer, SeenRequest } from '../testing/serve.ts';
import { resolveImage } from './resolve-image.ts';

const INDEX = 'application/vnd.oci.image.index.v1+json';
const config = (name: string): object => ({ digest: sha256(name), size: 1, mediaType: 'config' });
const manifest = (name: string): string => JSON.stringify({ schemaVersion: 2, config: config(name), layers: [] });
const index = JSON.stringify({
  schemaVersion: 2,
  mediaType: INDEX,
  manifests: ['amd64', 'arm64'].map((architecture) => ({
    mediaType: 'manifest',
    digest: sha256(manifest(architecture)),
    size: 1,
    platform: { os: 'linux', architecture },
  })),
});
const documents = new Map([
  ['plain', manifest('plain')],
  ['index', index],
  ...['amd64', 'arm64'].map((name) => [sha256(manifest(name)), manifest(name)] as const),
]);
const login: Credentials = { username: 'AWS', password: 'fake-password' };
const BASIC = `Basic ${Buffer.from('AWS:fake-password').toString('base64')}`;

let server: ScriptedServer;
afterEach(async () => {
  await server.stop();
});

/** A registry that wants this authorization, as this challenge says. */
async function registry(wanted?: string, challenge?: (host: string) => string): Promise<void> {
  server = await serve((request, response) => {
    const { url, headers } = request;
    if (url.startsWith('/token')) return void response.end(JSON.stringify(tokenFor(request)));
    if (wanted !== undefined && headers.authorization !== wanted)
      return void response.writeHead(401, { 'www-authenticate': challenge?.(server.host) ?? 'Basic realm="x"' }).end();
    const text = documents.get(url.split('/').at(-1) ?? '');
    return void response.writeHead(text === undefined ? 404 : 200, { 'content-type': INDEX }).end(text);
  });
}

function tokenFor({ url, headers }: SeenRequest): object {
  const { searchParams } = new URL(url, 'http://x');
  return {
    token: [searchParams.get('service'), searchParams.get('scope'), headers.authorization ?? 'nobody'].join('|'),
  };
}

function resolve(reference: string, more: { platform?: string; credentials?: Credentials } = {}) {
  const { platform = 'linux/amd64', credentials } = more;
  const signal = new AbortController().signal;
  const name = `${server.host}/base/tools${reference}`;
  return resolveImage(name, { platform, credentialsOf: () => Promise.resolve(credentials), signal });
}

describe('resolveImage', () => {
  it('asks a public registry without a login', async () => {
    await registry();
    expect(await resolve(':plain', { credentials: login })).toBe(sha256('plain'));
    expect(server.seen.map(({ headers }) => headers.authorization)).toEqual([undefined]);
  });

  it('takes the image of the platform from an index', async () => {
    await registry();
    expect(await resolve(':index')).toBe(sha256('amd64'));
    expect(await resolve(':index', { platform: 'linux/arm64' })).toBe(sha256('arm64'));
    await expect(resolve(':index', { platform: 'linux/s390x' })).rejects.toMatchObject({
      code: 'base-image-missing',
      message: expect.stringContaining("no image for 'linux/s390x', only for linux/amd64, linux/arm64") as unknown,
    });
  });

  it('logs in where the registry asks for it', async () => {
    await registry(BASIC);
    expect(await resolve(':plain', { credentials: login })).toBe(sha256('plain'));
    await expect(resolve(':plain')).rejects.toMatchObject({ code: 'base-image-missing' });
  });

  // distribution project, "Token authentication"
  it.each([
    ['nobody', undefined],
    [BASIC, login],
  ])('gets a token from the service that the registry names, as %s', async (as, credentials) => {
    const scope = 'repository:base/tools:pull';
    await registry(
      `Bearer registry.test|${scope}|${as}`,
      (host) => `Bearer realm="http://${host}/token",service="registry.test",scope="${scope}"`,
    );
    expect(await resolve(':plain', credentials === undefined ? {} : { credentials })).toBe(sha256('plain'));
  });

  it('sends no login in clear to a service elsewhere', async () => {
    await registry('Bearer x', () => 'Bearer realm="http://tokens.test/token"');
    await expect(resolve(':plain', { credentials: login })).rejects.toMatchObject({
      message: expect.stringContaining("'http://tokens.test' is not asked without TLS") as unknown,
    });
  });

  it('says what is not there', async () => {
    await registry();
    await expect(resolve(':none')).rejects.toMatchObject({
      code: 'base-image-missing',
      message: expect.stringMatching(/base\/tools:none' .*status 404/) as unknown,
    });
  });
});
