import { mkdtempSync, rmSync, existsSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client, credentials } from '@grpc/grpc-js';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { serveProvider, type ServedProvider } from './serve.ts';
import { encodeValue } from './wire/dynamic-value.ts';
import { providerService } from './wire/provider-service.ts';

let folder: string;
let closing: (() => Promise<void> | void)[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'slipway-serve-'));
  closing = [];
});

afterEach(async () => {
  for (const close of closing.toReversed()) await close();
  rmSync(folder, { recursive: true });
});

async function serve(name = 'p.sock'): Promise<ServedProvider> {
  const socketPath = join(folder, name);
  const provider = await serveProvider({
    socketPath,
    endpoint: 'http://127.0.0.1:9',
    cacheFolder: join(folder, 'cache'),
  });
  closing.push(() => provider.close());
  return provider;
}

function connect(name = 'p.sock') {
  const client = new Client(`unix:${join(folder, name)}`, credentials.createInsecure());
  closing.push(() => {
    client.close();
  });
  return (method: string, request: object): Promise<unknown> =>
    new Promise((resolve, reject) => {
      const { path, requestSerialize, responseDeserialize } = providerService()[method]!;
      client.makeUnaryRequest(path, requestSerialize, responseDeserialize, request, (error, answer) => {
        if (error) reject(error);
        else resolve(answer);
      });
    });
}

describe('the provider', () => {
  it('tells Terraform where it is', async () => {
    const { reattach } = await serve();
    expect(JSON.parse(reattach)).toEqual({
      'registry.terraform.io/hashicorp/aws': {
        Protocol: 'grpc',
        ProtocolVersion: 5,
        Pid: process.pid,
        Test: true,
        Addr: { Network: 'unix', String: join(folder, 'p.sock') },
      },
    });
  });

  it('declares its schema on every connection', async () => {
    await serve();
    for (const call of [connect(), connect()]) {
      const { resourceSchemas } = (await call('GetSchema', {})) as { resourceSchemas: object };
      expect(resourceSchemas).toHaveProperty('aws_ecr_repository');
    }
  });

  it('answers a call before Configure with a problem and keeps serving', async () => {
    await serve();
    const call = connect();
    const request = { typeName: 'aws_ecr_repository', currentState: encodeValue({ id: 'a' }) };
    const answer = await call('ReadResource', request);
    expect(answer).toMatchObject({
      diagnostics: [{ severity: 'ERROR', summary: expect.stringContaining('not configured') }],
    });
    await expect(call('ReadResource', { ...request, typeName: 'aws_none' })).resolves.toMatchObject({
      diagnostics: [{ summary: 'the stand-in provider does not declare "aws_none"' }],
    });
  });

  it('removes its socket when it closes', async () => {
    const provider = await serve();
    closing = [];
    await provider.close();
    expect(existsSync(join(folder, 'p.sock'))).toBe(false);
  });
});

describe('a socket', () => {
  it('that an ended process left behind is replaced', async () => {
    const abandon = `require('node:net').createServer().listen(${JSON.stringify(join(folder, 'p.sock'))}, () => process.kill(process.pid, 'SIGKILL'))`;
    expect(() => execFileSync(process.execPath, ['-e', abandon], { stdio: 'ignore' })).toThrow();
    expect(existsSync(join(folder, 'p.sock'))).toBe(true);
    await serve();
    await expect(connect()('Stop', {})).resolves.toEqual({});
  });

  it('that another provider serves is left to it', async () => {
    await serve();
    await expect(serve()).rejects.toThrow('is served by another process');
    await expect(connect()('Stop', {})).resolves.toEqual({});
  });

  it('with a path longer than the kernel takes is refused', async () => {
    await expect(serve(`${'long'.repeat(30)}.sock`)).rejects.toThrow(/has \d+ bytes: at most 107 work/);
  });
});
