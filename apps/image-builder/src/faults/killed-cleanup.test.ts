import { describe, expect, it } from '@jest/globals';
import { digestOf, testImage } from '../cleanup/test-image.ts';
import type { ImageDeleter } from '../cleanup/image-deleter.ts';
import { runApply } from '../commands/cleanup/run-apply.ts';
import { runCleanupPlan } from '../commands/cleanup/run-cleanup.ts';
import { testWorld } from '../testing/test-world.ts';
import type { World } from '../world.ts';
import { killAtEveryStep } from './testing/kill-at-every-step.ts';

const address = { account: '111111111111', region: 'dev-region', name: 'shop/api' };
const rules = { keep: 1, olderThanDays: 7 };
const options = { environment: 'dev', containers: [], repositories: [], rules, without: [] };
const index = testImage('index', { age: 40, tags: ['v1'], children: [digestOf('child')] });
const parts = [testImage('child', { age: 40 }), testImage('sbom', { age: 40, subject: digestOf('child') })];
const staying = [
  testImage('newest', { age: 2, tags: ['v4'] }),
  testImage('running', { age: 60, tags: ['v0'], children: [digestOf('running child')] }),
  testImage('running child', { age: 60 }),
];
const going = [
  testImage('old', { age: 30, tags: ['v3'] }),
  testImage('older', { age: 31, tags: ['v2'] }),
  index,
  ...parts,
];
const needed = staying.map(({ digest }) => digest).sort();

/** A plan that was made, and not applied yet. */
async function planned() {
  const setting = testWorld('/nowhere');
  setting.inventory.put('dev-region', 'shop/api', { images: [...staying, ...going] });
  setting.deployed.ecs.images = [{ source: 'ecs', reference: 'x', digest: digestOf('running') }];
  return { ...setting, plan: await runCleanupPlan(options, setting.world) };
}

type Setting = Awaited<ReturnType<typeof planned>>;

const imagesOf = async ({ inventory }: Setting) => (await inventory.inventory(address))?.images ?? [];

/** What is needed is there, and no list or SBOM without what it is about. */
async function always(setting: Setting): Promise<void> {
  const images = await imagesOf(setting);
  const there = images.map(({ digest }) => digest);
  expect(there).toEqual(expect.arrayContaining(needed));
  expect(there).toEqual(expect.arrayContaining(images.flatMap(({ children = [] }) => children)));
}

const outcome = async (setting: Setting) => (await imagesOf(setting)).map(({ digest }) => digest).sort();

describe('cleanup --apply, killed at every step,', () => {
  it('keeps what is needed, and the same plan can be applied to its end', async () => {
    const run = (world: World, { plan }: Setting) => runApply(plan, world);
    const steps = await killAtEveryStep({ prepare: planned, run, always, outcome });
    expect(steps.filter((step) => step === 'deleter.delete').length).toBeGreaterThan(1);
    expect(steps.length).toBeGreaterThan(6);
  });

  it('does so in the middle of a batch, which ECR deletes one by one', async () => {
    const run = (world: World, { plan }: Setting) => runApply(plan, { ...world, deleter: oneByOne(world.deleter) });
    const steps = await killAtEveryStep({ prepare: planned, run, always, outcome });
    expect(steps.filter((step) => step === 'deleter.delete')).toHaveLength(going.length);
    const setting = await planned();
    await run(setting.world, setting);
    expect(await outcome(setting)).toEqual(needed);
  });
});

/** Each image is a step of its own. */
function oneByOne(deleter: ImageDeleter): ImageDeleter {
  return {
    delete: async (repository, digests) => {
      const kept = [];
      for (const digest of digests) kept.push(...(await deleter.delete(repository, [digest])));
      return kept;
    },
  };
}
