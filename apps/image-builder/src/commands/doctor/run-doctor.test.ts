import { describe, expect, it } from '@jest/globals';
import { renderMarkdown } from '@slipway/cli';
import { Failure } from '../../failure.ts';
import { testWorld } from '../../testing/test-world.ts';
import type { World } from '../../world.ts';
import { formatDoctor } from './format-doctor.ts';
import { doctorFailure, runDoctor } from './run-doctor.ts';

function world(change: Partial<World> = {}): World {
  return { ...testWorld('/nowhere').world, ...change };
}
const all = { environment: 'dev', container: 'api' };

describe('runDoctor', () => {
  it('looks at the machine alone without an environment', async () => {
    const { checks } = await runDoctor({ environment: undefined, container: undefined }, world());
    expect(checks.map(({ name }) => name)).toEqual([
      'Node.js',
      'Docker engine',
      'space of the engine',
      'git',
      'web identity',
    ]);
  });

  it('looks at the BuildKit instead of the Docker engine where there is one', async () => {
    const { doctor } = world();
    const facts = { address: 'tcp://buildkit.test:1234', platform: 'linux/amd64' };
    const check = async (platforms: readonly string[]) => {
      const buildkit = () => Promise.resolve({ ...facts, platforms });
      const asked = { environment: undefined, container: undefined };
      return (await runDoctor(asked, world({ doctor: { ...doctor, buildkit } }))).checks;
    };
    const checks = await check(['linux/amd64', 'linux/386']);
    expect(checks.map(({ name }) => name)).toEqual(['Node.js', 'BuildKit', 'git', 'web identity']);
    expect(checks[1]).toMatchObject({ status: 'ok' });
    expect((await check(['linux/arm64']))[1]).toMatchObject({
      status: 'failure',
      message: "the BuildKit at 'tcp://buildkit.test:1234' doesn't build for 'linux/amd64', only for linux/arm64",
    });
  });

  it('is content with warnings', async () => {
    const report = await runDoctor(all, world());
    expect(report.checks.filter(({ status }) => status === 'failure')).toEqual([]);
    expect(report.checks.map(({ name }) => name)).toContain('push by the repository policy');
    expect(doctorFailure(report)).toBeUndefined();
  });

  it('shows every check where some fail, each with a fix', async () => {
    const broken = new Failure({ code: 'engine-unreachable', message: 'no engine', fix: 'start it' });
    const { doctor } = world();
    const report = await runDoctor(
      all,
      world({
        doctor: {
          ...doctor,
          engine: { ...doctor.engine, facts: () => Promise.reject(broken) },
          openAws: (signal) => ({ ...doctor.openAws(signal), repositoryPolicy: () => Promise.resolve(undefined) }),
        },
        git: { facts: () => Promise.reject(new TypeError('bug')) },
      }),
    );
    expect(report.checks).toHaveLength(13);
    expect(doctorFailure(report)).toMatchObject({
      code: 'not-ready',
      message:
        'not ready: Docker engine, space of the engine, git, repository, pull by the repository policy, push by the repository policy',
    });
    expect(renderMarkdown(formatDoctor(report))).toContain('| failure | Docker engine | no engine | start it |');
  });

  it('asks the engine for its usage once, as it refuses to add it up twice at once', async () => {
    const { doctor } = world();
    let asked = 0;
    const usage = async () => {
      asked += 1;
      await Promise.resolve();
      return doctor.engine.usage();
    };
    await runDoctor(all, world({ doctor: { ...doctor, engine: { ...doctor.engine, usage } } }));
    expect(asked).toBe(1);
  });

  it('judges the engine also where its usage is not told, as while somebody else asks for it', async () => {
    const busy = new Failure({ code: 'engine-failed', message: 'a disk usage operation is already running', fix: '' });
    const { doctor } = world();
    const engine = { ...doctor.engine, usage: () => Promise.reject(busy) };
    const { checks } = await runDoctor(all, world({ doctor: { ...doctor, engine } }));
    const failed = checks.filter(({ status }) => status === 'failure');
    expect(failed.map(({ name }) => name)).toEqual(['space of the engine']);
  });

  it('gives up what is still under way when it is done', async () => {
    const { doctor } = world();
    const signals: AbortSignal[] = [];
    const openAws = (signal: AbortSignal) => {
      signals.push(signal);
      return doctor.openAws(signal);
    };
    await runDoctor(all, world({ doctor: { ...doctor, openAws } }));
    expect(signals.map(({ aborted }) => aborted)).toEqual([true]);
  });

  it('wants an environment for a container', async () => {
    await expect(runDoctor({ environment: undefined, container: 'api' }, world())).rejects.toMatchObject({
      code: 'configuration-invalid',
    });
    await expect(runDoctor({ environment: 'none', container: 'api' }, world())).rejects.toMatchObject({
      code: 'unknown-environment',
    });
  });

  it('ends when the user ends the command', async () => {
    const git = { facts: () => Promise.reject(new Error('ended')) };
    await expect(runDoctor(all, world({ git, signal: AbortSignal.abort() }))).rejects.toMatchObject({
      code: 'interrupted',
    });
  });
});
