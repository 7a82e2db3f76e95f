import type { ServerResponse } from 'node:http';
import { afterEach, describe, expect, it } from '@jest/globals';
import { sha256 } from '../testing/oci-parts.ts';
import { serve } from '../testing/serve.ts';
import type { ScriptedServer } from '../testing/serve.ts';
import { HttpImageRegistry } from './http-image-registry.ts';

const CONTENT = 'one two three four five six';
const DIGEST = sha256(CONTENT);
const servers: ScriptedServer[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) await server.stop();
});

let cut: (() => void) | undefined;

/** The server answers its n-th request by the n-th of these, and each later one by the last. */
type Answer = (response: ServerResponse, from: number) => void;

async function start(...answers: readonly [Answer, ...Answer[]]): Promise<ScriptedServer> {
  let requests = 0;
  const server = await serve(({ headers }, response) => {
    const answer = answers[Math.min(requests, answers.length - 1)] ?? answers[0];
    requests += 1;
    answer(response, Number(/^bytes=(\d+)-$/.exec(headers.range ?? '')?.[1] ?? 0));
  });
  servers.push(server);
  return server;
}

/** Sends some bytes of what it promised. The connection is cut when they have arrived: else they could be lost with it. */
function cutAfter(bytes: number): Answer {
  return (response, from) => {
    head(response, from);
    response.write(CONTENT.slice(from, from + bytes));
    cut = () => response.destroy();
  };
}

const rest: Answer = (response, from) => {
  head(response, from);
  response.end(CONTENT.slice(from));
};

/** As RFC 9110 has it: 206 says which bytes it holds. */
function head(response: ServerResponse, from: number): void {
  const end = CONTENT.length - 1;
  const range = { 'Content-Range': `bytes ${from}-${end}/${CONTENT.length}` };
  response.writeHead(from === 0 ? 200 : 206, { 'Content-Length': CONTENT.length - from, ...(from === 0 ? {} : range) });
}

/** A registry that knows no ranges: RFC 9110 lets it ignore the header. */
const whole: Answer = (response) => {
  rest(response, 0);
};

async function download({ host }: ScriptedServer, waits: number[] = []): Promise<string> {
  const place = { uri: `${host}/shop/api`, scheme: 'http:', account: '111111111111', region: 'us-east-1' } as const;
  const wait = (milliseconds: number) => Promise.resolve(void waits.push(milliseconds));
  const patience = { wait, random: () => 0 };
  const registry = new HttpImageRegistry({ ...place, credentials: { username: 'AWS', password: 'fake' } }, patience);
  let content = '';
  for await (const piece of registry.readBlob(DIGEST)) {
    content += Buffer.from(piece).toString();
    cut?.();
    cut = undefined;
  }
  return content;
}

function rangesOf({ seen }: ScriptedServer): (string | undefined)[] {
  return seen.map(({ headers }) => headers.range);
}

describe('a download that breaks off', () => {
  it('goes on where it ended, after a pause', async () => {
    const server = await start(cutAfter(4), cutAfter(4), rest);
    const waits: number[] = [];
    expect(await download(server, waits)).toBe(CONTENT);
    expect(rangesOf(server)).toEqual([undefined, 'bytes=4-', 'bytes=8-']);
    expect(waits).toEqual([200, 200]);
  });

  it('takes nothing twice from a registry that sends everything again', async () => {
    const server = await start(cutAfter(4), whole);
    expect(await download(server)).toBe(CONTENT);
    expect(rangesOf(server)).toEqual([undefined, 'bytes=4-']);
  });

  it('takes nothing twice from a part that begins earlier', async () => {
    const server = await start(cutAfter(8), (response) => {
      rest(response, 4);
    });
    expect(await download(server)).toBe(CONTENT);
  });

  it('never takes a compressed answer, whose parts are no parts of the blob', async () => {
    const server = await start(cutAfter(4), rest);
    await download(server);
    expect(server.seen.map(({ headers }) => headers['accept-encoding'])).toEqual(['identity', 'identity']);
  });

  it('is tried again when the registry is in trouble in between', async () => {
    const server = await start(
      cutAfter(4),
      (response) => response.writeHead(503, { 'Retry-After': '1' }).end(),
      (response) => response.destroy(),
      rest,
    );
    const waits: number[] = [];
    expect(await download(server, waits)).toBe(CONTENT);
    expect(waits).toEqual([200, 1000, 800]);
  });

  it('fails after five attempts that bring nothing new', async () => {
    const server = await start(cutAfter(4), (response) => response.destroy());
    await expect(download(server)).rejects.toMatchObject({ code: 'registry-unreachable' });
    expect(rangesOf(server)).toEqual([undefined, ...Array<string>(4).fill('bytes=4-')]);
  });

  it('fails after twenty connections, though each brings something', async () => {
    const server = await start(cutAfter(1));
    await expect(download(server)).rejects.toMatchObject({ code: 'registry-failed' });
    expect(server.seen).toHaveLength(20);
  });

  it.each([
    ['a later part', { 'Content-Range': 'bytes 9-26/27' }],
    ['a part that says nothing of where it begins', {}],
  ])('refuses %s', async (_, headers) => {
    const server = await start(cutAfter(4), (response) => response.writeHead(206, headers).end('three four five six'));
    await expect(download(server)).rejects.toMatchObject({ code: 'registry-failed' });
  });
});

it('reads a blob without content', async () => {
  expect(await download(await start((response) => response.writeHead(200, { 'Content-Length': 0 }).end()))).toBe('');
});
