import { describe, expect, it } from '@jest/globals';
import { digestOf, testImage } from '../cleanup/test-image.ts';
import { runApply } from '../commands/cleanup/run-apply.ts';
import { runCleanupPlan } from '../commands/cleanup/run-cleanup.ts';
import { recordRelease } from '../ledger/record-release.ts';
import { testSpecs, testWorld } from '../testing/test-world.ts';
import { between } from './testing/between.ts';

const rules = { keep: 1, olderThanDays: 7 };
const options = { environment: 'dev', containers: [], repositories: [], rules, without: [] };
const images = [testImage('newest', { age: 2, tags: ['v2'] }), testImage('old', { age: 30, tags: ['v1'] })];
const digest = digestOf('old');

async function planned() {
  const setting = testWorld('/nowhere');
  setting.inventory.put('dev-region', 'shop/api', { images });
  const plan = await runCleanupPlan(options, setting.world);
  expect(plan.repositories[0]?.go.map((image) => image.digest)).toEqual([digest]);
  return { ...setting, plan };
}

describe('a clean-up by a plan, while somebody else', () => {
  it.each([
    ['rolls back to an image that goes', 'dev', 'rollback'],
    ['promotes an image that goes', 'prod', 'promote'],
  ] as const)('%s, deletes nothing', async (_, name, action) => {
    const { world, deleter, plan } = await planned();
    const parts = { environment: testSpecs[name], container: 'api', action, repository: 'shop/api', digest, tags: [] };
    // What runs and what is released was read before the images are.
    const overtaken = between(world, /^read the images/, () => recordRelease(world, parts));
    await expect(runApply(plan, overtaken)).rejects.toMatchObject({
      code: 'plan-stale',
      message: expect.stringContaining(`${digest}: in use: ledger:${name}`) as unknown,
    });
    expect(deleter.calls).toEqual([]);
  });

  it('gives a tag to an image that goes, deletes nothing', async () => {
    const { world, deleter, inventory, plan } = await planned();
    const [newest, old] = images;
    const tagged = { images: [newest!, { ...old!, tags: ['v1', 'v3'] }] };
    const overtaken = between(world, /^read the images/, () => {
      inventory.put('dev-region', 'shop/api', tagged);
      return Promise.resolve();
    });
    await expect(runApply(plan, overtaken)).rejects.toMatchObject({ code: 'plan-stale' });
    expect(deleter.calls).toEqual([]);
  });
});
