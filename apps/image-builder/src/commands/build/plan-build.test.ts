import { expect, it } from '@jest/globals';
import { developCommit } from '../../testing/test-world.ts';
import { planBuild } from './plan-build.ts';

const facts = {
  container: { name: 'api', context: 'api', repository: 'shop/api' },
  git: developCommit,
  inputsHash: 'ab'.repeat(32),
  tags: [{ name: 'dev-0123456789ab', moving: false }],
  args: { BUILD_BASE: 'debian' },
  existing: undefined,
  force: false,
};
const existing = { id: `sha256:${'1'.repeat(64)}`, labels: {}, bytes: 1 } as const;

it('builds with the facts of the commit as arguments and labels', () => {
  expect(planBuild(facts)).toMatchObject({
    action: 'build',
    name: 'shop/api:dev-0123456789ab',
    args: {
      BUILD_BASE: 'debian',
      BUILD_DATE: '2026-03-01T10:00:00.000Z',
      GIT_COMMIT: developCommit.commit,
      GIT_BRANCH: 'develop',
      VERSION: 'dev-0123456789ab',
      // 2026-03-01T10:00:00Z, by `date +%s`
      SOURCE_DATE_EPOCH: '1772359200',
    },
    labels: {
      'org.opencontainers.image.title': 'api',
      'org.opencontainers.image.revision': developCommit.commit,
      'dev.slipway.inputs-hash': facts.inputsHash,
    },
  });
});

it('builds nothing when the engine holds an image of the inputs', () => {
  expect(planBuild({ ...facts, existing })).toMatchObject({ action: 'reuse', reason: 'up to date', image: existing });
});

it('builds even so by force', () => {
  expect(planBuild({ ...facts, existing, force: true })).toMatchObject({
    action: 'build',
    reason: 'asked for by --force or --no-cache',
  });
});
