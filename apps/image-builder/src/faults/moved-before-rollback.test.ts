import { describe, expect, it } from '@jest/globals';
import { recordRelease } from '../ledger/record-release.ts';
import { putDescribedImage } from '../testing/put-described-image.ts';
import { testSpecs } from '../testing/test-world.ts';
import { runRollback } from '../commands/rollback/run-rollback.ts';
import { between } from './testing/between.ts';
import { expectReadable } from './testing/expect-readable.ts';
import { releasesOf } from './testing/releases.ts';

const options = { container: 'api', environment: 'dev', dryRun: false };
const PLANNED = /^roll api back/;

describe('a rollback that is overtaken between plan and apply', () => {
  it('by a release leaves it alone, and the tags that show it', async () => {
    const setting = await releasesOf('a', 'b');
    const { world, dev, ledgers, release } = setting;
    const overtaken = between(world, PLANNED, () => release('c'));
    await expect(runRollback(options, overtaken)).rejects.toMatchObject({ code: 'ledger-conflict' });
    const { latest, 'dev-latest': devLatest, 'dev-c': c } = dev.tagged;
    expect([latest, devLatest]).toEqual([c, c]);
    expect((await ledgers.dev.entries('api')).map(({ digest }) => digest).at(-1)).toBe(c);
    await expectReadable(setting);
  });

  it('by a release while it moves tags gives them the image that is released now', async () => {
    const setting = await releasesOf('a', 'b');
    const { world, dev } = setting;
    const { digest } = await putDescribedImage(dev, { tag: 'dev-c', layers: [{ content: 'c' }] });
    const parts = { environment: testSpecs.dev, container: 'api', repository: 'shop/api', digest, tags: ['dev-c'] };
    // The publisher moved the tags just before the rollback did, and writes its entry before the rollback does.
    const whoami = async (region: string) => {
      await recordRelease(world, { ...parts, action: 'publish' });
      return world.whoami(region);
    };
    await expect(runRollback(options, { ...world, whoami })).rejects.toMatchObject({ code: 'ledger-conflict' });
    expect([dev.tagged['latest'], dev.tagged['dev-latest']]).toEqual([digest, digest]);
    await expectReadable(setting);
  });

  it('by another rollback to another image ends with one of them, in the ledger and under the tags', async () => {
    const setting = await releasesOf('a', 'b', 'c');
    const { world, dev, ledgers, digests } = setting;
    const [a = '', b = ''] = digests;
    const results = await Promise.allSettled([a, b].map((to) => runRollback({ ...options, to }, world)));
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(results.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'ledger-conflict' } });
    const released = (await ledgers.dev.entries('api')).at(-1)?.digest;
    expect([dev.tagged['latest'], dev.tagged['dev-latest']]).toEqual([released, released]);
  });
});
