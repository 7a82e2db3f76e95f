import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CreateRepositoryCommand } from '@aws-sdk/client-ecr';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { accountKey } from '../account-key.ts';
import { cloudStatus } from '../cloud-status.ts';
import { downCloud } from '../down-cloud.ts';
import { isAlive } from '../processes/is-alive.ts';
import { startTicks } from '../processes/start-ticks.ts';
import { stopProcess } from '../processes/stop-process.ts';
import type { ComponentName, ProcessRecord } from '../state/cloud-state.ts';
import { readState } from '../state/read-state.ts';
import { E2eCloud } from '../testing/e2e-cloud.ts';
import { outcome, runCommandLine, startCommand } from '../testing/local-cloud-command.ts';
import { testImage } from '../testing/test-image.ts';

const root = E2eCloud.rootOf('cloud');
const folder = ['--folder', root];

beforeEach(() => downCloud({ root }));
afterEach(() => downCloud({ root }));

async function processes(): Promise<Readonly<Partial<Record<ComponentName, ProcessRecord>>>> {
  return (await readState(root))?.processes ?? {};
}

async function kill(name: ComponentName): Promise<void> {
  const record = (await processes())[name];
  if (record === undefined) throw new Error(`${name} was never started`);
  await stopProcess({ ...record, patience: 0 });
}

describe('up', () => {
  it('does nothing a second time, and says so', async () => {
    const first = await runCommandLine([...folder, 'up']);
    expect([first.exitCode, first.errors]).toEqual([0, '']);
    expect(first.output).toContain('created slipway-state-111122223333');
    const before = await processes();
    const second = await runCommandLine([...folder, 'up']);
    for (const line of ['docker-registry is running', 'buckets are there']) expect(second.output).toContain(line);
    expect(await processes()).toEqual(before);
  });

  it('starts again what died, on the same port, and leaves the rest', async () => {
    const cloud = await E2eCloud.start('cloud');
    const before = await processes();
    for (const name of ['registry', 'gateway'] as const) await kill(name);
    expect((await cloudStatus(root)).components.map(({ healthy }) => healthy)).toEqual([true, false, false]);
    const again = await E2eCloud.start('cloud');
    expect(again.endpoint).toBe(cloud.endpoint);
    const after = await processes();
    expect(after.moto).toEqual(before.moto);
    expect([after.registry?.pid, after.gateway?.pid]).not.toEqual([before.registry?.pid, before.gateway?.pid]);
    expect((await cloudStatus(root)).healthy).toBe(true);
  });

  it('keeps logins and forgets images when the emulator was restarted, though their layers are on disk', async () => {
    const cloud = await E2eCloud.start('cloud');
    const account = cloud.freshAccount();
    const create = new CreateRepositoryCommand({ repositoryName: 'app' });
    await cloud.ecr(account).send(create);
    const oci = await cloud.oci(accountKey(account));
    const path = `${account}/eu-west-1/app`;
    const image = testImage('kept on disk');
    await oci.push(path, 'v1', image);
    await kill('moto');
    await runCommandLine([...folder, 'up']);
    await cloud.ecr(account).send(create);
    expect((await oci.request(`${path}/manifests/${image.digest}`)).status).toBe(404);
    expect((await oci.putManifest(path, 'v1', image)).status).toBe(201);
    expect((await oci.request(`${path}/manifests/v1`)).status).toBe(200);
  });

  it('waits for another one at the same place', async () => {
    const [left, right] = await Promise.all([runCommandLine([...folder, 'up']), runCommandLine([...folder, 'up'])]);
    expect([left.exitCode, right.exitCode]).toEqual([0, 0]);
    expect(left.errors + right.errors).toBe('another local-cloud command is at work here: waiting for it\n');
    expect((await cloudStatus(root)).healthy).toBe(true);
  });

  it('that is killed in the middle leaves nothing that `down` would not find', async () => {
    const child = startCommand([...folder, 'up']);
    await said(child, 'docker-registry started');
    child.kill('SIGKILL');
    await once(child, 'close');
    const started = Object.values(await processes());
    expect(started.length).toBeGreaterThanOrEqual(2);
    await downCloud({ root });
    for (const record of started) expect(await isAlive(record)).toBe(false);
  });

  it('that is interrupted ends what it started and nothing that ran before', async () => {
    await E2eCloud.start('cloud');
    await kill('registry');
    await kill('gateway');
    const before = await processes();
    const child = startCommand([...folder, 'up']);
    await said(child, 'docker-registry restarted');
    child.kill('SIGINT');
    const { exitCode, errors } = await outcome(child);
    expect(exitCode).toBe(130);
    expect(errors).toContain('interrupted: what was started has been ended');
    expect(await processes()).toEqual({ moto: before.moto });
    expect(await isAlive(before.moto ?? { pid: 0, startTicks: '' })).toBe(true);
  });

  it('refuses a port that is taken', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const { exitCode, errors } = await runCommandLine([...folder, 'up', '--port', String(port)]);
    server.close();
    expect(exitCode).toBe(1);
    expect(errors).toContain(`port ${port} is taken by another process`);
  });

  it('says how to mend an index that can not be reached', async () => {
    const empty = await mkdtemp(join(tmpdir(), 'slipway-'));
    const environment = {
      ...process.env,
      PIP_INDEX_URL: 'http://127.0.0.1:9/simple',
      PIP_RETRIES: '0',
      PIP_CONFIG_FILE: '/dev/null',
      PIP_FIND_LINKS: '',
    };
    const { exitCode, errors } = await runCommandLine(['--folder', empty, 'up'], environment);
    await rm(empty, { recursive: true });
    expect(exitCode).toBe(1);
    expect(errors).toContain('pip could not install the AWS emulator');
    expect(errors).toContain('check that a Python package index can be reached');
  });
});

/** Waits for a text in what a command prints, which can still be read afterwards. */
function said(child: ReturnType<typeof startCommand>, text: string): Promise<void> {
  let output = '';
  return new Promise((resolve, reject) => {
    child.stdout?.on('data', (chunk) => {
      output += String(chunk);
      if (output.includes(text)) resolve();
    });
    child.once('close', () => {
      reject(new Error(`the command ended without "${text}": ${output}`));
    });
  });
}

describe('down', () => {
  it('ends everything, and a second time nothing', async () => {
    await E2eCloud.start('cloud');
    const records = Object.values(await processes());
    expect((await runCommandLine([...folder, 'down'])).output).toBe('ended gateway, registry, moto\n');
    for (const record of records) expect(await isAlive(record)).toBe(false);
    expect((await runCommandLine([...folder, 'down'])).output).toBe('nothing was running\n');
  });

  it('leaves a process alone that only has the number of ours', async () => {
    await E2eCloud.start('cloud');
    const stranger = spawn('sleep', ['60']);
    const pid = stranger.pid ?? 0;
    const state = await readState(root);
    await kill('gateway');
    const processesNow = { ...state?.processes, gateway: { ...state?.processes.gateway, pid } };
    await writeFile(join(root, 'state.json'), JSON.stringify({ ...state, processes: processesNow }));
    expect(await downCloud({ root })).toEqual(['registry', 'moto']);
    expect(await startTicks(pid)).toBeDefined();
    stranger.kill();
  });

  it('with --purge removes the folder', async () => {
    const other = await mkdtemp(join(tmpdir(), 'slipway-'));
    await mkdir(join(other, 'registry', 'images'), { recursive: true });
    await writeFile(
      join(other, 'state.json'),
      JSON.stringify({ version: 1, ports: {}, processes: {}, tokenSecret: 'x', provider: 'stand-in' }),
    );
    await downCloud({ root: other, purge: true });
    await expect(readState(other)).resolves.toBeUndefined();
    await expect(rm(other)).rejects.toThrow('ENOENT');
  });
});

describe('status', () => {
  it('is for scripts: JSON, and 0 only when everything works', async () => {
    await E2eCloud.start('cloud');
    const good = await runCommandLine([...folder, 'status', '--json']);
    expect([good.exitCode, (JSON.parse(good.output) as { healthy: boolean }).healthy]).toEqual([0, true]);
    await kill('registry');
    const bad = await runCommandLine([...folder, 'status']);
    expect(bad.exitCode).toBe(1);
    expect(bad.output).toMatch(/registry +not running/);
  });
});

describe('env', () => {
  it('gives a shell the way to the cloud', async () => {
    const cloud = await E2eCloud.start('cloud');
    const { output } = await runCommandLine([...folder, 'env', 'prod']);
    const show = 'echo "$AWS_ENDPOINT_URL $AWS_ACCESS_KEY_ID $AWS_REGION"; echo "$TF_REATTACH_PROVIDERS"';
    const shell = spawn('sh', ['-c', `${output}\n${show}`]);
    const [line = '', reattach = ''] = (await outcome(shell)).output.split('\n');
    expect(line).toBe(`${cloud.endpoint} LOCAL444455556666 ap-southeast-1`);
    const provider = (JSON.parse(reattach) as Record<string, { Addr: { String: string } }>)[
      'registry.terraform.io/hashicorp/aws'
    ];
    expect(provider?.Addr.String).toContain('LOCAL444455556666');
  });

  it('leaves Terraform to the real provider when that is wanted', async () => {
    await E2eCloud.start('cloud', { provider: 'registry' });
    const { output } = await runCommandLine([...folder, 'env', '--json']);
    expect(Object.keys(JSON.parse(output) as object)).not.toContain('TF_REATTACH_PROVIDERS');
    await E2eCloud.start('cloud', { provider: 'stand-in' });
    const again = await runCommandLine([...folder, 'env', '--account', '999988887777', '--json']);
    expect(JSON.parse(again.output)).toMatchObject({
      AWS_ACCESS_KEY_ID: 'LOCAL999988887777',
      TF_REATTACH_PROVIDERS: expect.any(String),
    });
  });

  it('says what to do when there is no cloud', async () => {
    const { exitCode, errors } = await runCommandLine([...folder, 'env']);
    expect(exitCode).toBe(1);
    expect(errors).toContain('run `npx local-cloud up`');
  });
});
