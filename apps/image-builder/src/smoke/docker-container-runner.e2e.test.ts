import { afterEach, beforeAll, expect, it } from '@jest/globals';
import { parseDigest } from '@slipway/images';
import type { Digest } from '@slipway/images';
import Docker from 'dockerode';
import { DockerImageEngine } from '../engine/docker-image-engine.ts';
import { SHELL_BASE } from '../testing/docker-build-request.ts';
import { startDockerRegistry } from '../testing/docker-registry.ts';
import { containerRunnerContract } from './container-runner.contract.ts';
import type { ContainerRequest } from './container-runner.ts';
import { DockerContainerRunner } from './docker-container-runner.ts';
import type { Owner } from './owner.ts';

const ADDRESS = 'the engine of the test';
const docker = new Docker();
const runner = new DockerContainerRunner(ADDRESS);
let image: Digest;
beforeAll(async () => {
  image = parseDigest((await docker.getImage(SHELL_BASE).inspect()).Id);
});

function shell(script: string): ContainerRequest {
  return { image, command: ['sh', '-c', script], environment: {}, memoryMegabytes: 64, keep: false };
}

containerRunnerContract(() => ({
  runner,
  patient: shell('trap "exit 0" TERM; echo started; while :; do sleep 0.1; done'),
  stubborn: shell('trap "" TERM; echo started; while :; do sleep 0.1; done'),
  failing: shell('exit 3'),
}));

const started: string[] = [];
afterEach(async () => {
  for (const id of started.splice(0)) await runner.remove(id);
});

async function output(script: string): Promise<string> {
  const id = await runner.start(shell(script));
  started.push(id);
  await docker.getContainer(id).wait();
  return (await runner.logs(id)).join('\n');
}

it('lets a container write to /tmp and nowhere else', async () => {
  // in one stream: the order of lines of two is nobody's
  expect(await output('exec 2>&1; echo a > /tmp/a && cat /tmp/a; echo b > /b || echo refused')).toMatch(
    /^a\n.*Read-only file system\nrefused$/,
  );
});

it('gives a container no capability and no way to get one', async () => {
  const status = await output("grep -E '^(CapEff|CapBnd|NoNewPrivs):' /proc/self/status");
  expect(status.replace(/\s+/g, ' ')).toBe('CapEff: 0000000000000000 CapBnd: 0000000000000000 NoNewPrivs: 1');
});

it('tells that a container wanted too much memory', async () => {
  const id = await runner.start(shell('head -c 200000000 /dev/zero | tail'));
  started.push(id);
  await docker.getContainer(id).wait();
  expect(await runner.state(id)).toEqual({ running: false, exitCode: 137, outOfMemory: true });
});

it('removes what a process that is gone left behind, and nothing else', async () => {
  const gone: Owner = { host: 'slipway-run-test', pid: 4_000_000, isAlive: () => true };
  const left = await new DockerContainerRunner(ADDRESS, gone).start(shell('sleep 100'));
  const kept = await new DockerContainerRunner(ADDRESS, gone).start({ ...shell('sleep 100'), keep: true });
  started.push(left, kept);
  const later = new DockerContainerRunner(ADDRESS, { ...gone, pid: 1, isAlive: () => false });
  const alive = new DockerContainerRunner(ADDRESS, { ...gone, pid: 1 });
  expect(await alive.removeLeftovers()).toBe(0);
  expect(await later.removeLeftovers()).toBe(1);
  await expect(runner.state(left)).rejects.toMatchObject({ code: 'engine-failed' });
  expect(await runner.state(kept)).toMatchObject({ running: true });
});

it('pulls an image with the login that it is given', async () => {
  const server = await startDockerRegistry();
  try {
    const uri = `${server.host}/slipway-run/app`;
    await docker.getImage(SHELL_BASE).tag({ repo: uri, tag: 'v1' });
    const { credentials } = server;
    const { signal } = new AbortController();
    const engine = new DockerImageEngine(() => Promise.resolve(undefined), ADDRESS);
    const digest = await engine.push({ uri, tag: 'v1', credentials, onLine: () => undefined, signal });
    await docker.getImage(`${uri}:v1`).remove();
    expect(await runner.pull(`${uri}@${digest}`, { credentials, signal })).toBe(image);
    const other = `${uri}@sha256:${'0'.repeat(64)}`;
    await expect(runner.pull(other, { credentials, signal })).rejects.toMatchObject({ code: 'image-missing' });
  } finally {
    await server.stop();
  }
});

it('says which engine does not answer', async () => {
  const before = process.env['DOCKER_HOST'];
  process.env['DOCKER_HOST'] = 'unix:///nowhere/docker.sock';
  const nowhere = new DockerContainerRunner('unix:///nowhere/docker.sock');
  if (before === undefined) delete process.env['DOCKER_HOST'];
  else process.env['DOCKER_HOST'] = before;
  await expect(nowhere.removeLeftovers()).rejects.toMatchObject({ code: 'engine-unreachable' });
});
