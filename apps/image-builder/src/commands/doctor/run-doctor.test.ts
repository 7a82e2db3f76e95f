import { describe, expect, it } from '@jest/globals';
import { renderMarkdown } from '@slipway/cli';
import { MemoryRegistry } from '@slipway/ecr-inventory/testing';
import { Failure } from '../../failure.ts';
import { testWorld } from '../../testing/test-world.ts';
import type { World } from '../../world.ts';
import { formatDoctor } from './format-doctor.ts';
import { doctorFailure, runDoctor } from './run-doctor.ts';

function world(change: Partial<World> = {}): World {
  const inventory = new MemoryRegistry('111111111111');
  inventory.put('dev-region', 'shop/api', {});
  return { ...testWorld('/nowhere').world, inventory, ...change };
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
        doctor: { ...doctor, engineFacts: () => Promise.reject(broken) },
        git: { facts: () => Promise.reject(new TypeError('bug')) },
        inventory: new MemoryRegistry('111111111111'),
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
