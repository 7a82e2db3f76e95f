import { describe, expect, it } from '@jest/globals';
import { decideSteps, isIdle } from './decide-steps.ts';
import type { Facts } from './facts.ts';
import { pipelines } from './pipelines.ts';
import type { PipelineName } from './pipelines.ts';
import { BASE, facts } from './testing/facts.ts';

const STACK = ['node', 'apps/plan-review/bin/stack.ts'];

function commands(pipeline: PipelineName, given: Facts, only?: readonly string[]): Record<string, string> {
  const steps = decideSteps(pipelines[pipeline], given, only);
  return Object.fromEntries(steps.flatMap((step) => (isIdle(step) ? [] : [[step.name, step.command.join(' ')]])));
}

describe('decideSteps', () => {
  it('runs nothing where nothing is affected, and says so of each group', () => {
    for (const pipeline of ['pr', 'main'] as const) {
      const steps = decideSteps(pipelines[pipeline], facts());
      expect(steps.every(isIdle)).toBe(true);
      expect(steps.map(({ name }) => name)).toEqual(pipelines[pipeline].groups.map(({ name }) => name));
    }
  });

  it('checks and builds one container that a pull request touches, and plans no environment', () => {
    const given = facts({
      changedFiles: ['server/retail_api/app.py'],
      affected: { lint: ['server'], typecheck: ['server'], test: ['server'], image: ['server'] },
    });
    expect(commands('pr', given)).toEqual({
      format: 'prettier --check --log-level=warn --ignore-unknown server/retail_api/app.py',
      check: `nx affected -t lint typecheck test --base=${BASE} --parallel=2`,
      image: `nx affected -t image --base=${BASE}`,
    });
  });

  it('plans each affected environment with the account of its own', () => {
    const given = facts({ affected: { synth: ['dev', 'prod'], plan: ['dev', 'prod'] } });
    const steps = decideSteps(pipelines.pr, given, ['plan']);
    expect(steps).toMatchObject([
      { name: 'plan:dev', command: [...STACK, 'plan', 'dev'], cloud: 'dev' },
      { name: 'plan:prod', command: [...STACK, 'plan', 'prod'], cloud: 'prod' },
    ]);
  });

  it('deploys dev before it publishes into it, and never prod', () => {
    const given = facts({
      affected: { plan: ['dev', 'prod'], deploy: ['dev', 'prod'], image: ['server', 'training'] },
    });
    expect(commands('main', given)).toEqual({
      'plan:dev': [...STACK, 'plan', 'dev'].join(' '),
      'deploy:dev': [...STACK, 'deploy', 'dev'].join(' '),
      publish: `image-builder publish --env dev --base ${BASE}`,
      'smoke:server': 'image-builder run server --env dev',
      'smoke:training': 'image-builder run training --env dev',
    });
  });

  it('deploys what an image needs, also where only the container is affected: an earlier deployment may have failed', () => {
    const given = facts({ affected: { image: ['server'] } });
    expect(Object.keys(commands('main', given))).toEqual(['plan:dev', 'deploy:dev', 'publish', 'smoke:server']);
  });

  it('plans prod and reviews the plan before a release, whatever changed, and applies nothing', () => {
    expect(commands('prod', facts())).toEqual({
      'plan:prod': [...STACK, 'plan', 'prod'].join(' '),
      review: 'node tools/ci/review/main.ts prod',
    });
  });

  it('runs the named steps and groups alone', () => {
    const given = facts({ affected: { lint: ['dev'], plan: ['dev', 'prod'] } });
    expect(Object.keys(commands('pr', given, ['check', 'plan:prod']))).toEqual(['check', 'plan:prod']);
  });
});
