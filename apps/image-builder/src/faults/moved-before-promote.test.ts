import { describe, expect, it } from '@jest/globals';
import { runPromote } from '../commands/promote/run-promote.ts';
import { promoteOptions, promoteSetting } from '../commands/promote/testing/promote-setting.ts';
import { recordRelease } from '../ledger/record-release.ts';
import { MemoryImageRegistry } from '../registry/memory-image-registry.ts';
import { putDescribedImage } from '../testing/put-described-image.ts';
import { PROD_URI, testSpecs } from '../testing/test-world.ts';
import { between } from './testing/between.ts';
import { expectReadable } from './testing/expect-readable.ts';

const PLANNED = /^promote api/;
const theirs = { tag: 'dev-1', layers: [{ content: 'theirs' }] };

describe('a promotion that is overtaken between plan and apply', () => {
  it('by an image under its tag at the target releases nothing, and leaves theirs', async () => {
    const setting = await promoteSetting();
    const { world, prod, ledgers } = setting;
    const overtaken = between(world, PLANNED, () => putDescribedImage(prod, theirs));
    const { code } = await failureOf(runPromote(promoteOptions, overtaken));
    expect(code).toBe('tag-conflict');
    expect(await prod.find('dev-1')).toMatchObject({ labels: {} });
    expect(await ledgers.prod.entries('api')).toEqual([]);
    await expectReadable(setting);
  });

  it('does so where the registry would move the tag', async () => {
    const setting = await promoteSetting();
    const prod = new MemoryImageRegistry(['dev-1']);
    const openRegistry: typeof setting.world.openRegistry = (place) =>
      place.uri === PROD_URI ? prod : setting.world.openRegistry(place);
    const overtaken = between({ ...setting.world, openRegistry }, PLANNED, () => putDescribedImage(prod, theirs));
    const { code } = await failureOf(runPromote(promoteOptions, overtaken));
    expect(code).toBe('tag-conflict');
    expect(await prod.digestOf('dev-1')).not.toBe(setting.digest);
    expect(await setting.ledgers.prod.entries('api')).toEqual([]);
  });

  it('by another release leaves that', async () => {
    const setting = await promoteSetting();
    const { world, prod, ledgers } = setting;
    const overtaken = between(world, PLANNED, async () => {
      const { digest } = await putDescribedImage(prod, { tag: 'hotfix', layers: [{ content: 'hotfix' }] });
      const parts = { container: 'api', repository: 'shop/api', digest, tags: ['hotfix'] };
      await recordRelease(world, { environment: testSpecs.prod, action: 'publish', ...parts });
    });
    expect((await failureOf(runPromote(promoteOptions, overtaken))).code).toBe('ledger-conflict');
    expect(await ledgers.prod.entries('api')).toMatchObject([{ action: 'publish', tags: ['hotfix'] }]);
    await expectReadable(setting);
  });

  it('by a clean-up that deletes the candidate releases nothing', async () => {
    const setting = await promoteSetting();
    const { world, dev, prod, ledgers, digest } = setting;
    const overtaken = between(world, PLANNED, () => {
      dev.remove(digest);
      return Promise.resolve();
    });
    expect((await failureOf(runPromote(promoteOptions, overtaken))).code).toBe('image-missing');
    expect([prod.tagged, await ledgers.prod.entries('api')]).toEqual([{}, []]);
  });
});

async function failureOf(work: Promise<unknown>): Promise<{ readonly code?: unknown }> {
  return work.then(
    () => ({}),
    (error: unknown) => error as { readonly code?: unknown },
  );
}
