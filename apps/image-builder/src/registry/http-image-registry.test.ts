import type { ServerResponse } from 'node:http';
import { afterEach, describe, expect, it } from '@jest/globals';
import type { Credentials } from '../credentials/credentials.ts';
import { sha256 } from '../testing/oci-parts.ts';
import { serve } from '../testing/serve.ts';
import type { ScriptedServer, SeenRequest } from '../testing/serve.ts';
import { HttpImageRegistry } from './http-image-registry.ts';

const IMAGE = 'application/vnd.oci.image.manifest.v1+json';
const CREDENTIALS = { username: 'AWS', password: 'fake' };
const text = JSON.stringify({ schemaVersion: 2, mediaType: IMAGE, layers: [] });

const servers: ScriptedServer[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) await server.stop();
});

type Script = (request: SeenRequest, response: ServerResponse) => void;

async function start(script: Script): Promise<ScriptedServer> {
  const server = await serve(script);
  servers.push(server);
  return server;
}

interface Settings {
  readonly login?: () => Promise<Credentials>;
  readonly signal?: AbortSignal;
}

function open({ host }: ScriptedServer, { login, signal }: Settings = {}): HttpImageRegistry {
  const place = { uri: `${host}/shop/api`, scheme: 'http:', account: '111111111111', region: 'us-east-1' } as const;
  const patience = { wait: () => Promise.resolve(), signal };
  return new HttpImageRegistry({ ...place, credentials: CREDENTIALS, login }, patience);
}

function content(words: string): () => AsyncIterable<Uint8Array> {
  return () => ReadableStream.from([Buffer.from(words)]);
}

describe('an upload', () => {
  it('goes in one request of a known length, to the relative address that the registry names', async () => {
    const server = await start(({ method }, response) => {
      if (method === 'POST') response.writeHead(202, { Location: '/v2/shop/api/blobs/uploads/1?_state=a%2Bb' });
      else response.writeHead(201);
      response.end();
    });
    await open(server).writeBlob(sha256('words'), 5, content('words'));
    expect(server.seen.map(({ method, url }) => `${method} ${url}`)).toEqual([
      'POST /v2/shop/api/blobs/uploads/',
      `PUT /v2/shop/api/blobs/uploads/1?_state=a%2Bb&digest=${encodeURIComponent(sha256('words'))}`,
    ]);
    expect(server.seen[1]).toMatchObject({ body: 'words', headers: { 'content-length': '5' } });
    expect(server.seen[1]?.headers).not.toHaveProperty('transfer-encoding');
  });

  it('follows a redirect with the whole content, and without the login on another host', async () => {
    const storage = await start((_, response) => response.writeHead(201).end());
    const server = await start(({ method }, response) => {
      if (method === 'POST') response.writeHead(202, { Location: 'uploads/1' }).end();
      else response.writeHead(307, { Location: `http://${storage.host}/signed?signature=fake` }).end();
    });
    await open(server).writeBlob(sha256('words'), 5, content('words'));
    expect(storage.seen).toMatchObject([{ method: 'PUT', url: '/signed?signature=fake', body: 'words' }]);
    expect(storage.seen[0]?.headers).not.toHaveProperty('authorization');
    expect(server.seen[1]?.url).toMatch(/^\/v2\/shop\/api\/blobs\/uploads\/uploads\/1\?digest=/);
  });

  it('uses the session that a refused mount opened', async () => {
    const server = await start(({ method }, response) => {
      if (method === 'POST') response.writeHead(202, { Location: '/v2/shop/api/blobs/uploads/opened' });
      else response.writeHead(201);
      response.end();
    });
    const registry = open(server);
    expect(await registry.mountBlob(sha256('words'), 'shop/web')).toBe(false);
    await registry.writeBlob(sha256('words'), 5, content('words'));
    expect(server.seen.map(({ method }) => method)).toEqual(['POST', 'PUT']);
    expect(server.seen[1]?.url).toContain('/blobs/uploads/opened?');
  });

  it('fails when the registry does not say where to send it', async () => {
    const server = await start((_, response) => response.writeHead(202).end());
    await expect(open(server).writeBlob(sha256('a'), 1, content('a'))).rejects.toMatchObject({
      code: 'registry-failed',
    });
  });
});

describe('an expired login', () => {
  it.each([
    [401, 'unauthorized'],
    // In the words of ECR.
    [403, 'denied: Your authorization token has expired. Reauthenticate and try again.'],
  ])('is renewed once after %s', async (status, words) => {
    const server = await start(({ headers }, response) => {
      const renewed = headers.authorization === `Basic ${Buffer.from('AWS:renewed').toString('base64')}`;
      response.writeHead(renewed ? 200 : status).end(renewed ? '{"tags":["v1"]}' : words);
    });
    const login = () => Promise.resolve({ username: 'AWS', password: 'renewed' });
    const registry = open(server, { login });
    expect(await registry.tags()).toEqual(['v1']);
    expect(await registry.tags()).toEqual(['v1']);
    expect(server.seen).toHaveLength(3);
  });

  it.each([401, 403])('is a failure after %s without end', async (status) => {
    const server = await start((_, response) => response.writeHead(status).end('no'));
    const registry = open(server, { login: () => Promise.resolve(CREDENTIALS) });
    await expect(registry.tags()).rejects.toMatchObject({ code: 'registry-denied' });
    expect(server.seen.length).toBeLessThanOrEqual(2);
  });
});

describe('a manifest', () => {
  it('is refused when the registry names another digest than that of its bytes', async () => {
    const headers = { 'Docker-Content-Digest': sha256('other'), 'Content-Type': IMAGE };
    const server = await start((_, response) => response.writeHead(200, headers).end(text));
    await expect(open(server).manifest('v1')).rejects.toMatchObject({
      code: 'registry-failed',
      message: expect.stringContaining(sha256(text)) as unknown,
    });
  });

  it('is refused when it is not the one that was asked for by its digest', async () => {
    const server = await start((_, response) => response.writeHead(200, { 'Content-Type': IMAGE }).end(text));
    await expect(open(server).manifest(sha256('other'))).rejects.toMatchObject({ code: 'registry-failed' });
  });

  it('keeps every byte, also a byte order mark', async () => {
    const marked = `\u{feff}${text}`;
    const server = await start((_, response) => response.writeHead(200, { 'Content-Type': IMAGE }).end(marked));
    expect(await open(server).manifest('v1')).toEqual({ mediaType: IMAGE, text: marked, digest: sha256(marked) });
  });

  it('counts as stored when a lost answer makes the second attempt find its tag taken by the first', async () => {
    let stored = false;
    const server = await start(({ method }, response) => {
      if (method !== 'PUT') response.writeHead(200, { 'Docker-Content-Digest': sha256(text) }).end();
      else if (stored) response.writeHead(400).end('{"errors":[{"code":"TAG_INVALID","message":"immutable"}]}');
      else {
        stored = true;
        response.destroy();
      }
    });
    expect(await open(server).putManifest('v1', { mediaType: IMAGE, text })).toBe(sha256(text));
  });
});

describe('an image', () => {
  const config = JSON.stringify({ config: { Labels: { colour: 'blue' } } });
  const named = { mediaType: 'application/vnd.oci.image.config.v1+json', digest: sha256(config), size: config.length };
  const manifest = JSON.stringify({ schemaVersion: 2, mediaType: IMAGE, config: named, layers: [] });

  it.each([
    ['shows the labels of its config', config, { labels: { colour: 'blue' } }],
    ['is not believed with another config than its manifest names', config.replace('blue', 'red'), undefined],
  ])('%s', async (_, sent, wanted) => {
    const server = await start(({ url }, response) => {
      if (url.includes('/manifests/')) response.writeHead(200, { 'Content-Type': IMAGE }).end(manifest);
      else response.writeHead(200).end(sent);
    });
    const found = open(server).find('v1');
    if (wanted !== undefined) expect(await found).toMatchObject(wanted);
    else await expect(found).rejects.toMatchObject({ code: 'registry-failed' });
  });
});

describe('a list', () => {
  it('is read to its last page, wherever the registry says the next one is', async () => {
    const server = await start(({ url }, response) => {
      if (url.includes('last=b')) response.end('{"tags":["c"]}');
      else
        response.writeHead(200, { Link: '</v2/shop/api/tags/list?last=b&n=2>; rel="next"' }).end('{"tags":["a","b"]}');
    });
    expect(await open(server).tags()).toEqual(['a', 'b', 'c']);
  });
});

describe('a referrer in a registry that knows none', () => {
  it('is not listed where the tag of its subject holds something else', async () => {
    const subject = sha256('image');
    const server = await start(({ method, url }, response) => {
      if (method === 'PUT') response.writeHead(201).end();
      else if (url.includes('/referrers/')) response.writeHead(404).end();
      else response.writeHead(200, { 'Content-Type': IMAGE }).end(text);
    });
    const artifact = JSON.stringify({ schemaVersion: 2, mediaType: IMAGE, layers: [], subject: { digest: subject } });
    await expect(
      open(server).putManifest(sha256(artifact), { mediaType: IMAGE, text: artifact }),
    ).rejects.toMatchObject({ code: 'registry-failed' });
  });
});

describe('the end by the user', () => {
  it('ends a request that waits for its answer', async () => {
    const ending = new AbortController();
    const server = await start(() => {
      ending.abort();
    });
    await expect(open(server, { signal: ending.signal }).tags()).rejects.toMatchObject({ code: 'interrupted' });
    expect(server.seen).toHaveLength(1);
  });
});
