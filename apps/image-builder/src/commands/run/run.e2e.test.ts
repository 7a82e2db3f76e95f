import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import Docker from 'dockerode';
import { execa } from 'execa';
import { OWNER_LABEL } from '../../smoke/container-settings.ts';
import { SHELL_BASE } from '../../testing/docker-build-request.ts';
import { PROGRAM } from '../../testing/program-file.ts';
import { removeWorkspace, serverWorkspace } from '../../testing/server-workspace.ts';

const docker = new Docker();
let folder: string;

/** A workspace with the real `server`, and `training` of two lines. */
beforeAll(async () => {
  folder = await serverWorkspace({
    'training/Dockerfile': `FROM ${SHELL_BASE}\nUSER 65532\nENTRYPOINT ["sh", "-c"]\n`,
    'training/image.json': JSON.stringify({ smokeTest: { kind: 'job', command: ['sleep 300'], timeoutSeconds: 300 } }),
  });
  const { exitCode, stderr } = await run('build', 'server', 'training');
  if (exitCode !== 0) throw new Error(stderr);
}, 600_000);
afterAll(async () => {
  await removeWorkspace(folder);
});

function run(...args: readonly string[]) {
  return execa(process.execPath, [PROGRAM, ...args], { cwd: folder, reject: false });
}

async function containers(): Promise<string[]> {
  const found = await docker.listContainers({ all: true, filters: { label: [OWNER_LABEL] } });
  return found.map(({ Id }) => Id);
}

interface Printed {
  readonly passed: boolean;
  readonly steps: readonly { readonly step: string; readonly outcome: string; readonly detail: string }[];
  readonly kept?: { readonly id: string; readonly port: number };
}

describe('image-builder run', () => {
  it('passes the image of the prediction API, with everything that its image.json asks for', async () => {
    const { stdout, exitCode } = await run('run', 'server', '--json');
    const { steps, passed } = JSON.parse(stdout) as Printed;
    expect(steps.filter(({ outcome }) => outcome !== 'passed')).toEqual([]);
    expect({ exitCode, passed }).toEqual({ exitCode: 0, passed: true });
    expect(steps.map(({ step }) => step)).toEqual(
      expect.arrayContaining(['start', 'health', 'docs', 'metrics', 'user', 'files', 'stop', 'logs']),
    );
    expect(steps.find(({ step }) => step === 'user')?.detail).toBe('runs as user 65532');
    expect(await containers()).toEqual([]);
  });

  it('leaves the container at the port that was asked for', async () => {
    const { stdout } = await run('run', 'server', '--keep', '--json');
    const { kept } = JSON.parse(stdout) as Printed;
    try {
      const answer = await fetch(`http://127.0.0.1:${kept?.port ?? 0}/health`);
      expect(await answer.json()).toEqual({ status: 'alive' });
    } finally {
      await docker.getContainer(kept?.id ?? '').remove({ force: true });
    }
  });

  it.each(['SIGINT', 'SIGTERM'] as const)('removes the container after %s', async (signal) => {
    const work = run('run', 'training');
    await untilStarted();
    work.kill(signal);
    expect((await work).exitCode).toBe(130);
    expect(await containers()).toEqual([]);
  });

  it('removes what a killed run left behind', async () => {
    const work = run('run', 'training');
    const [left] = await untilStarted();
    work.kill('SIGKILL');
    await work;
    expect(await containers()).toEqual([left]);
    const next = run('run', 'training');
    await untilStarted(left);
    next.kill('SIGINT');
    expect((await next).stderr).toContain('removed 1 containers that an earlier run left behind');
    expect(await containers()).toEqual([]);
  });

  it('exits with 2 for a tag without an environment, and for a port that is none', async () => {
    const both = await Promise.all([run('run', 'server', '--tag', 'v1'), run('run', 'server', '--port', '0')]);
    expect(both).toMatchObject([{ exitCode: 2 }, { exitCode: 2 }]);
  });
});

/** Waits for a container, and for one that an earlier run left to be gone. */
async function untilStarted(left?: string): Promise<string[]> {
  for (;;) {
    const found = await containers();
    if (found.length > 0 && !found.some((id) => id === left)) return found;
    await setTimeout(50);
  }
}
