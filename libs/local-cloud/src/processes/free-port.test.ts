import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { expect, it } from '@jest/globals';
import { freePort } from './free-port.ts';

it('keeps to the port that is preferred while it is free', async () => {
  const port = await freePort();
  expect(await freePort(port)).toBe(port);
});

it('takes another one when it is taken', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  expect(await freePort(port)).not.toBe(port);
  server.close();
});
