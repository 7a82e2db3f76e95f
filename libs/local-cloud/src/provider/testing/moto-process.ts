import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

/** A mended moto_server that belongs to one test file and forgets everything when it ends. */
export interface MotoProcess {
  readonly url: string;
  close(): Promise<void>;
}

/** @throws when no moto_server is installed, or it does not answer within half a minute. */
export async function startMoto(): Promise<MotoProcess> {
  const port = await freePort();
  const options = ['--host', '127.0.0.1', '--port', String(port)];
  const child = spawn(python(), [MENDED_MOTO, ...options], { stdio: 'ignore' });
  const url = `http://127.0.0.1:${port}`;
  await answering(child, url);
  return { url, close: () => end(child) };
}

const INSTALLED = join(import.meta.dirname, '../../../../../.slipway/local-cloud/moto/bin/moto_server');

const MENDED_MOTO = join(import.meta.dirname, '../../moto/start_moto.py');

/** The interpreter beside a moto_server. */
function python(): string {
  const command = process.env['MOTO_SERVER'] ?? INSTALLED;
  if (existsSync(command)) return join(dirname(command), 'python');
  throw new Error(`no moto_server at "${command}": run \`npx local-cloud up\`, or set MOTO_SERVER to one`);
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  if (address === null || typeof address === 'string') throw new Error('the system gave no port');
  return address.port;
}

async function answering(child: ChildProcess, url: string): Promise<void> {
  for (let attempt = 0; attempt < 150; attempt += 1) {
    if (child.exitCode !== null) throw new Error(`moto_server ended with code ${child.exitCode}`);
    const isUp = await fetch(`${url}/moto-api/data.json`).then(
      (response) => response.ok,
      () => false,
    );
    if (isUp) return;
    await delay(200);
  }
  throw new Error(`moto_server did not answer at ${url} within 30 s`);
}

async function end(child: ChildProcess): Promise<void> {
  const ended = once(child, 'exit');
  child.kill();
  await ended;
}
