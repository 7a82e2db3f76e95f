import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CreateRepositoryCommand, DescribeImagesCommand, GetAuthorizationTokenCommand } from '@aws-sdk/client-ecr';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { downCloud } from '../down-cloud.ts';
import { cloudEnvironment } from '../environment/cloud-environment.ts';
import { mountsBelow } from '../machine/mounts-below.ts';
import { readState } from '../state/read-state.ts';
import { E2eCloud } from '../testing/e2e-cloud.ts';
import { docker } from './docker.ts';
import type { Docker } from './docker.ts';

// Base images may have to be made from packages first.
jest.setTimeout(600_000);

let cloud: E2eCloud;
let engine: Docker;
let logins: string;

beforeAll(async () => {
  // Logins belong to this test, not to the developer's own configuration.
  logins = await mkdtemp(join(tmpdir(), 'slipway-docker-'));
  cloud = await E2eCloud.start('engine', { engine: true });
  engine = (await readState(cloud.root))?.engine ?? {};
});

afterAll(async () => {
  await rm(logins, { recursive: true });
  await downCloud({ root: cloud.root });
  expect(mountsBelow([cloud.root], await readFile('/proc/self/mountinfo', 'utf8'))).toEqual([]);
  await downCloud({ root: cloud.root, purge: true });
  expect(existsSync(cloud.root)).toBe(false);
});

function run(words: readonly string[]): ReturnType<typeof docker> {
  return docker(engine, words, { environment: { DOCKER_CONFIG: logins } });
}

/** Runs docker with something on its standard input. */
function feed(words: readonly string[], input: string): void {
  const host = engine.host === undefined ? [] : ['--host', engine.host];
  const env = { ...process.env, DOCKER_CONFIG: logins, DOCKER_BUILDKIT: '0' };
  const result = spawnSync('docker', [...host, ...words], { input, env, encoding: 'utf8' });
  expect([result.status, result.status === 0 ? '' : result.stderr]).toEqual([0, '']);
}

/** A repository to push to, with the docker command line logged in. */
async function repository(): Promise<{ account: string; uri: string }> {
  const account = cloud.freshAccount();
  const ecr = cloud.ecr(account);
  const { repository: created } = await ecr.send(
    new CreateRepositoryCommand({ repositoryName: 'app', imageTagMutability: 'IMMUTABLE' }),
  );
  const { authorizationData } = await ecr.send(new GetAuthorizationTokenCommand());
  const password = Buffer.from(authorizationData?.[0]?.authorizationToken ?? '', 'base64')
    .toString()
    .slice('AWS:'.length);
  feed(['login', '--username', 'AWS', '--password-stdin', new URL(cloud.endpoint).host], password);
  return { account, uri: created?.repositoryUri ?? '' };
}

/** An image of its own for each test, made from the base image. */
function build(base: string, name: string, content: string): void {
  const made = JSON.stringify(['python3', '-c', `open('/made', 'w').write('${content}')`]);
  feed(['build', '--network', 'host', '--tag', name, '-'], `FROM ${base}\nRUN ${made}\n`);
}

describe('the docker command line', () => {
  it('builds on the runtime base, pushes, pulls and runs', async () => {
    const variables = await cloudEnvironment({ root: cloud.root });
    const { account, uri } = await repository();
    const name = `${uri}:v1`;
    build(
      variables['SLIPWAY_RUNTIME_BASE'] ?? 'python:3.11-slim-bookworm',
      name,
      createHash('sha256').update(account).digest('hex'),
    );
    expect((await run(['push', name])).succeeded).toBe(true);
    await run(['rmi', '--force', name]);
    expect((await run(['pull', name])).succeeded).toBe(true);
    const show = ['run', '--rm', '--network', 'host', name, 'python3', '-c', 'import ssl; print(open("/made").read())'];
    expect((await run(show)).output).toBe(createHash('sha256').update(account).digest('hex'));
    const { imageDetails } = await cloud.ecr(account).send(new DescribeImagesCommand({ repositoryName: 'app' }));
    expect(imageDetails?.[0]?.imageSizeInBytes).toBeGreaterThan(1_000_000);
    await run(['rmi', '--force', name]);
  });

  it('is told that a tag is immutable', async () => {
    const variables = await cloudEnvironment({ root: cloud.root });
    const { uri } = await repository();
    const name = `${uri}:v1`;
    const base = variables['SLIPWAY_RUNTIME_BASE'] ?? 'python:3.11-slim-bookworm';
    build(base, name, 'first');
    expect((await run(['push', name])).succeeded).toBe(true);
    build(base, name, 'second');
    const refused = await run(['push', name]);
    expect(refused.succeeded).toBe(false);
    expect(refused.lines.join('\n')).toContain("The image tag 'v1' already exists in the 'app' repository");
    await run(['rmi', '--force', name]);
  });
});

describe('our base images', () => {
  it('are made once', async () => {
    const before = await run(['images', '--quiet', '--filter', 'label=io.slipway.base']);
    await E2eCloud.start('engine');
    const after = await run(['images', '--quiet', '--filter', 'label=io.slipway.base']);
    expect(after.output).toBe(before.output);
  });

  it('have certificates, a user, a writable /tmp and no shell', async () => {
    const { bases } = (await readState(cloud.root)) ?? {};
    if (bases === 'public') return;
    const { SLIPWAY_RUNTIME_BASE: name = '' } = await cloudEnvironment({ root: cloud.root });
    const look = `import ssl, os, pwd, ctypes, sqlite3, lzma, asyncio
ctypes.CDLL('libgomp.so.1'); ctypes.CDLL('libstdc++.so.6'); open('/tmp/x', 'w')
print(ssl.create_default_context().cert_store_stats()['x509_ca'] > 100, pwd.getpwuid(os.getuid()).pw_name, sorted(os.listdir('/usr/bin')))`;
    const check = ['run', '--rm', '--network', 'host', '--user', '65532', name, 'python3', '-c', look];
    expect((await run(check)).output).toBe("True app ['python', 'python3', 'python3.11']");
    expect((await run(['run', '--rm', '--network', 'host', name, 'sh', '-c', 'true'])).succeeded).toBe(false);
  });
});
