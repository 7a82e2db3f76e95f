import { describe, expect, it } from '@jest/globals';
import { DEV_URI, PROD_URI } from '../../testing/test-world.ts';
import { promoteOptions as options, promoteSetting } from './testing/promote-setting.ts';
import { withRegistry } from './testing/with-registry.ts';
import { runPromote } from './run-promote.ts';

const died = (): Promise<never> => Promise.reject(new Error('killed'));

describe('a promotion that dies', () => {
  it('between the copy and the ledger is completed by the next, which copies nothing', async () => {
    const { world, prod, ledgers, digest } = await promoteSetting();
    const dying = { ...world, whoami: died };
    await expect(runPromote(options, dying)).rejects.toThrow('killed');
    expect(prod.tagged).toEqual({ 'dev-1': digest });
    const sent = prod.uploads.length;
    const { images } = await runPromote(options, world);
    expect(images).toMatchObject([{ result: 'promoted', sequence: 1 }]);
    expect(images[0]).not.toHaveProperty('copied');
    expect(prod.uploads).toHaveLength(sent);
    expect(await ledgers.prod.entries('api')).toMatchObject([{ digest }]);
  });

  it.each(['writeBlob', 'putManifest', 'addTag'] as const)('in %s is completed by the next', async (step) => {
    const { world, prod, ledgers, digest } = await promoteSetting();
    const dying = withRegistry(world, PROD_URI, () => ({ [step]: died }));
    await expect(runPromote(options, dying)).rejects.toThrow();
    expect(await ledgers.prod.entries('api')).toEqual([]);
    await runPromote(options, world);
    expect(prod.tagged).toEqual({ 'dev-1': digest });
    expect(await ledgers.prod.entries('api')).toMatchObject([{ digest, sequence: 1 }]);
  });
});

describe('two promotions at once', () => {
  it('of one image are one release, and both succeed', async () => {
    const { world, ledgers, digest } = await promoteSetting();
    const reports = await Promise.all([runPromote(options, world), runPromote(options, world)]);
    expect(reports.map(({ images }) => images[0]?.digest)).toEqual([digest, digest]);
    expect(await ledgers.prod.entries('api')).toHaveLength(1);
  });

  it('of two images: one wins, the other is told, and running it again releases it', async () => {
    const { world, ledgers, publish, digest } = await promoteSetting();
    const second = await publish('2');
    const both = [digest, second].map((one) => ({ ...options, digest: one }));
    const results = await Promise.allSettled(both.map((one) => runPromote(one, world)));
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(results.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'ledger-conflict' } });
    expect(await ledgers.prod.entries('api')).toHaveLength(1);
    const loser = both[results.findIndex(({ status }) => status === 'rejected')]!;
    await runPromote(loser, world);
    expect((await ledgers.prod.entries('api'))[1]).toMatchObject({ digest: loser.digest });
  });
});

it('refuses to go on with a tag that moved after it was planned', async () => {
  const { world, prod, put, digest } = await promoteSetting();
  let asked = 0;
  const moving = withRegistry(world, DEV_URI, (registry) => ({
    digestOf: async (reference) => {
      if (reference !== 'dev-latest') return registry.digestOf(reference);
      asked += 1;
      if (asked === 3) await put('2');
      return registry.digestOf(reference);
    },
  }));
  await expect(runPromote({ ...options, tag: 'dev-latest' }, moving)).rejects.toMatchObject({
    code: 'plan-stale',
    message: expect.stringContaining(`was '${digest}' when this was planned`) as unknown,
  });
  expect(prod.tagged).toEqual({});
});
