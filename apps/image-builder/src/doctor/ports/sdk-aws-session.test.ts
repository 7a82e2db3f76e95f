import { once } from 'node:events';
import { createServer } from 'node:http';
import type { RequestListener, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { sdkAwsSession } from './sdk-aws-session.ts';

const before = { ...process.env };
let server: Server | undefined;
afterEach(async () => {
  process.env = before;
  server?.closeAllConnections();
  server?.close();
  if (server?.listening === true) await once(server, 'close');
});

async function sessionAt(answer: RequestListener, signal = new AbortController().signal) {
  server = createServer(answer).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const aws = { AWS_ENDPOINT_URL: url, AWS_ACCESS_KEY_ID: 'FAKE', AWS_SECRET_ACCESS_KEY: 'fake' };
  process.env = { ...before, ...aws };
  return sdkAwsSession(signal, { AWS_ENDPOINT_URL: url });
}
const state = { bucket: 'state', region: 'us-east-1' };

describe('sdkAwsSession', () => {
  it('reads the time of an endpoint, whatever else it answers', async () => {
    const session = await sessionAt((_, response) =>
      response.writeHead(403, { date: 'Mon, 02 Mar 2026 00:00:00 GMT' }).end(),
    );
    expect(await session.timeOf('us-east-1')).toEqual(new Date('2026-03-02T00:00:00Z'));
  });

  it('fails for an answer without a date', async () => {
    const session = await sessionAt((_, response) => {
      response.sendDate = false;
      response.writeHead(200).end();
    });
    await expect(session.timeOf('us-east-1')).rejects.toMatchObject({
      code: 'aws-failed',
      message: expect.stringContaining('without a date') as unknown,
    });
  });

  it.each([
    [404, 'NoSuchBucket', 'missing'],
    [403, 'AccessDenied', 'denied'],
  ])('knows a bucket by %i %s', async (status, code, access) => {
    const body = `<?xml version="1.0"?><Error><Code>${code}</Code><Message>no</Message></Error>`;
    const session = await sessionAt((_, response) =>
      response.writeHead(status, { 'content-type': 'application/xml' }).end(body),
    );
    expect(await session.bucket(state)).toBe(access);
  });

  it('reads a bucket', async () => {
    const body = '<?xml version="1.0"?><ListBucketResult><Name>state</Name><KeyCount>0</KeyCount></ListBucketResult>';
    const session = await sessionAt((_, response) =>
      response.writeHead(200, { 'content-type': 'application/xml' }).end(body),
    );
    expect(await session.bucket(state)).toBe('readable');
  });

  it('ends when the user ends the command', async () => {
    const ending = new AbortController();
    const session = await sessionAt(() => undefined, ending.signal);
    const time = session.timeOf('us-east-1');
    ending.abort();
    await expect(time).rejects.toMatchObject({ code: 'interrupted' });
  });

  it('says when credentials have no end', async () => {
    const session = await sessionAt(() => undefined);
    expect(await session.credentialsEnd('us-east-1')).toBeUndefined();
  });
});
