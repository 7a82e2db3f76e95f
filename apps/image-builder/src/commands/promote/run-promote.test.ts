import { describe, expect, it } from '@jest/globals';
import type { ForeignRepository } from '../../ecr/repository-directory.ts';
import { putDescribedImage } from '../../testing/put-described-image.ts';
import { DEV_URI, PROD_URI } from '../../testing/test-world.ts';
import { promoteOptions as options, promoteSetting } from './testing/promote-setting.ts';
import { withRegistry } from './testing/with-registry.ts';
import { runPromote } from './run-promote.ts';

describe('runPromote', () => {
  it('copies the released image with the tags that stay, and writes it to the ledger', async () => {
    const { world, dev, prod, ledgers, digest } = await promoteSetting();
    const { images } = await runPromote(options, world);
    expect(images).toMatchObject([
      {
        container: 'api',
        digest,
        tags: ['dev-1'],
        result: 'promoted',
        sequence: 1,
        copied: { digest, blobsCopied: 2 },
      },
    ]);
    expect(prod.tagged).toEqual({ 'dev-1': digest });
    expect(await prod.manifest(digest)).toEqual(await dev.manifest(digest));
    expect(await ledgers.prod.entries('api')).toEqual([
      {
        schemaVersion: 1,
        environment: 'prod',
        container: 'api',
        sequence: 1,
        action: 'promote',
        repository: 'shop/api',
        digest,
        tags: ['dev-1'],
        from: 'dev',
        commit: 'c'.repeat(40),
        by: 'arn:aws:iam::111111111111:user/tester',
        at: '2026-03-02T00:00:00.000Z',
      },
    ]);
  });

  it('does nothing the second time, and asks no gate', async () => {
    const { world, prod, ledgers } = await promoteSetting();
    await runPromote(options, world);
    const sent = prod.uploads.length;
    const late = { ...world, now: () => new Date('2027-01-01T00:00:00Z') };
    const { images } = await runPromote(options, late);
    expect(images).toMatchObject([{ result: 'up-to-date', gates: [] }]);
    expect(prod.uploads).toHaveLength(sent);
    expect(await ledgers.prod.entries('api')).toHaveLength(1);
  });

  it('names what was released before', async () => {
    const { world, ledgers, publish, digest } = await promoteSetting();
    await runPromote(options, world);
    const second = await publish('2');
    await runPromote(options, world);
    expect((await ledgers.prod.entries('api'))[1]).toMatchObject({ sequence: 2, digest: second, previous: digest });
  });

  it('takes the image of a tag, also of one that moves, and moves none', async () => {
    const { world, prod, put } = await promoteSetting({ tested: false });
    const newest = await put('2');
    const { images } = await runPromote({ ...options, tag: 'dev-latest', overrides: ['tested'], reason: 'r' }, world);
    expect(images).toMatchObject([{ digest: newest, tags: ['dev-2'] }]);
    expect(prod.tagged).toEqual({ 'dev-2': newest });
  });

  it('shows what a dry run would do, and changes nothing', async () => {
    const { world, prod, ledgers, digest } = await promoteSetting();
    const { images } = await runPromote({ ...options, dryRun: true }, world);
    expect(images).toMatchObject([{ digest, result: 'planned', gates: Array(4).fill({ state: 'open' }) as unknown }]);
    expect(prod.tagged).toEqual({});
    expect(await ledgers.prod.entries('api')).toEqual([]);
  });

  it('refuses a tag that holds another image in the target, before anything is sent', async () => {
    const { world, prod, ledgers } = await promoteSetting();
    const { digest: other } = await putDescribedImage(prod, { tag: 'dev-1', layers: [{ content: 'other' }] });
    await expect(runPromote(options, world)).rejects.toMatchObject({
      code: 'tag-conflict',
      message: expect.stringContaining(`'${PROD_URI}:dev-1' holds another image\n  there: ${other}`) as unknown,
    });
    expect(prod.tagged).toEqual({ 'dev-1': other });
    expect(await ledgers.prod.entries('api')).toEqual([]);
  });

  it('refuses an image without a tag that stays', async () => {
    const { world, dev } = await promoteSetting();
    await putDescribedImage(dev, { tag: 'latest', layers: [{ content: 'untagged' }] });
    await expect(runPromote({ ...options, tag: 'latest' }, world)).rejects.toMatchObject({ code: 'plan-invalid' });
  });

  it.each([
    [{ tag: 'none' }, 'image-missing'],
    [{ digest: `sha256:${'0'.repeat(64)}` }, 'image-missing'],
    [{ digest: 'latest' }, 'plan-invalid'],
    [{ from: 'staging' }, 'unknown-environment'],
    [{ containers: ['web'] }, 'unknown-container'],
  ])('refuses %j', async (change, code) => {
    const { world } = await promoteSetting();
    await expect(runPromote({ ...options, ...change }, world)).rejects.toMatchObject({ code });
  });

  it('needs no more than a pull in the other account: tags are those of the ledger', async () => {
    const { world, prod, digest, ledgers } = await promoteSetting();
    const { directory } = world;
    const own = {
      locate: () => directory.locate('prod-region', 'shop/api'),
      locateForeign: ({ region, name }: ForeignRepository) => directory.locate(region, name),
    };
    const tags = () => Promise.reject(new Error('not authorized to perform: ecr:ListImages'));
    await runPromote(
      options,
      withRegistry({ ...world, directory: own }, DEV_URI, () => ({ tags })),
    );
    expect(prod.tagged).toEqual({ 'dev-1': digest });
    expect(await ledgers.prod.entries('api')).toHaveLength(1);
  });

  it('uses the profiles that are named, each for its end', async () => {
    const { world, ledgers } = await promoteSetting();
    const asked: string[] = [];
    const profiled = {
      ...world,
      directory: {
        locate: () => Promise.reject(new Error('no profile')),
        locateForeign: () => Promise.reject(new Error()),
      },
      withProfile: (profile: string) => ({ ...world, whoami: () => (asked.push(profile), world.whoami('')) }),
    };
    await runPromote({ ...options, fromProfile: 'acme-dev', toProfile: 'acme-prod' }, profiled);
    expect(asked).toEqual(['acme-prod']);
    expect(await ledgers.prod.entries('api')).toHaveLength(1);
  });
});
