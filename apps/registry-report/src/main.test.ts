import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { promisify } from 'node:util';
import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { startEcrStub } from '@slipway/ecr-inventory/testing';
import type { EcrStub } from '@slipway/ecr-inventory/testing';
import { environments } from '@slipway/environments';

const MAIN = join(import.meta.dirname, 'main.ts');
let stub: EcrStub | undefined;
// Starting the program takes a moment on a busy machine.
jest.setTimeout(60_000);

afterEach(async () => {
  await stub?.stop();
  stub = undefined;
});

function environment(): NodeJS.ProcessEnv {
  const aws = { AWS_ENDPOINT_URL: stub?.url, AWS_ACCESS_KEY_ID: 'FAKE', AWS_SECRET_ACCESS_KEY: 'fake' };
  return { ...process.env, NODE_OPTIONS: '', CI: 'true', ...aws };
}

async function run(...args: readonly string[]) {
  return promisify(execFile)(process.execPath, [MAIN, ...args], { env: environment() }).then(
    ({ stdout, stderr }) => ({ exitCode: 0, stdout, stderr }),
    (error: unknown) => {
      const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
      return { exitCode: code, stdout, stderr };
    },
  );
}

describe('registry-report', () => {
  it('exits with 0 and one JSON document, without a network', async () => {
    const { exitCode, stdout, stderr } = await run('access', 'dev', '--json');
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    expect(JSON.parse(stdout)).toMatchObject({ report: 'access', environment: 'dev' });
  });

  it('exits with 0 for help, and with 2 for a wrong flag or environment', async () => {
    expect((await run('--help')).exitCode).toBe(0);
    expect((await run('access', 'dev', '--fast')).exitCode).toBe(2);
    const { exitCode, stderr, stdout } = await run('access', 'staging');
    expect({ exitCode, stderr, stdout }).toEqual({
      exitCode: 2,
      stderr: `registry-report: there is no environment 'staging'\n  fix: use one of: ${Object.keys(environments).join(', ')}\n`,
      stdout: '',
    });
  });

  it('exits with 3 for credentials of another account', async () => {
    stub = await startEcrStub(() => ({ body: { registryId: '999999999999' } }));
    const { exitCode, stderr } = await run('lifecycle-preview', 'dev');
    expect(exitCode).toBe(3);
    expect(stderr).toContain("the credentials are of account '999999999999'");
  });

  it('exits with 130 when the user ends it while it waits for AWS', async () => {
    let asked: () => void;
    const waiting = new Promise<void>((resolve) => (asked = resolve));
    stub = await startEcrStub(() => {
      asked();
      return 'hang';
    });
    const child = spawn(process.execPath, [MAIN, 'lifecycle-preview', 'dev'], { env: environment() });
    const stderr = text(child.stderr);
    const ended = once(child, 'close');
    await waiting;
    child.kill('SIGINT');
    expect((await ended)[0]).toBe(130);
    expect(await stderr).toContain('registry-report: interrupted');
  });

  it('is quiet when its reader stops reading', async () => {
    const child = spawn(process.execPath, [MAIN, 'access', 'dev', '--json'], { env: environment() });
    const stderr = text(child.stderr);
    child.stdout.destroy();
    await once(child, 'close');
    expect(await stderr).toBe('');
  });
});
