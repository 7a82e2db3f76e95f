import { describe, expect, it } from '@jest/globals';
import type { Digest } from '@slipway/images';
import { recordRelease } from '../../ledger/record-release.ts';
import { putDescribedImage } from '../../testing/put-described-image.ts';
import { runProgram } from '../../testing/run-program.ts';
import { testSpecs, testWorld } from '../../testing/test-world.ts';
import type { RollbackReport } from './run-rollback.ts';

const ARGS = ['rollback', 'api', '--env', 'dev'];

/** Releases of dev, the last one also under `dev-latest`. */
async function setting(...names: readonly string[]) {
  const test = testWorld('/nowhere');
  const digests: Digest[] = [];
  for (const name of names) {
    const { digest } = await putDescribedImage(test.dev, { tag: `dev-${name}`, layers: [{ content: name }] });
    await test.dev.addTag(digest, 'dev-latest');
    const parts = { environment: testSpecs.dev, container: 'api', repository: 'shop/api', digest };
    await recordRelease(test.world, { ...parts, action: 'publish', tags: [`dev-${name}`], commit: name.repeat(40) });
    digests.push(digest);
  }
  const json = async (...flags: readonly string[]) =>
    JSON.parse((await runProgram([...ARGS, ...flags, '--json'], test.world)).printed) as RollbackReport;
  return { ...test, digests, json };
}

describe('rollback', () => {
  it('goes back to the release before, with the tags that move, and writes it to the ledger', async () => {
    const { dev, ledgers, digests, json } = await setting('a', 'b');
    const [a, b] = digests;
    expect(await json('--reason', 'errors after 14:00')).toEqual({
      schemaVersion: 1,
      environment: 'dev',
      container: 'api',
      repository: 'shop/api',
      dryRun: false,
      result: 'rolled-back',
      digest: a,
      tags: ['dev-a'],
      previous: b,
      movedTags: ['dev-latest'],
      sequence: 3,
    });
    expect(dev.tagged).toEqual({ 'dev-a': a, 'dev-b': b, 'dev-latest': a });
    expect((await ledgers.dev.entries('api'))[2]).toMatchObject({
      action: 'rollback',
      digest: a,
      previous: b,
      commit: 'a'.repeat(40),
      note: 'errors after 14:00',
    });
  });

  it('goes back twice when it is run twice, and then has nothing to go back to', async () => {
    const { world, digests, json } = await setting('a', 'b', 'c');
    expect(await json()).toMatchObject({ digest: digests[1], previous: digests[2] });
    expect(await json()).toMatchObject({ digest: digests[0], previous: digests[1] });
    expect((await runProgram(ARGS, world)).failure).toMatchObject({
      code: 'image-missing',
      fix: expect.stringContaining(digests[2] ?? '-') as unknown,
    });
  });

  it('goes to the release that is named, forth as well, and once', async () => {
    const { ledgers, digests, json } = await setting('a', 'b', 'c');
    const [a = '', , c = ''] = digests;
    expect(await json('--to', a)).toMatchObject({ result: 'rolled-back', digest: a });
    expect(await json('--to', a)).toMatchObject({ result: 'up-to-date', digest: a, movedTags: [] });
    expect(await json('--to', c)).toMatchObject({ result: 'rolled-back', digest: c, previous: a });
    expect(await ledgers.dev.entries('api')).toHaveLength(5);
  });

  it('goes back once from the release that is named, however often it is run', async () => {
    const { world, ledgers, digests, json } = await setting('a', 'b', 'c');
    const [, b, c = ''] = digests;
    expect(await json('--from', c)).toMatchObject({ result: 'rolled-back', digest: b, previous: c });
    expect(await json('--from', c)).toMatchObject({ result: 'up-to-date', digest: b, movedTags: [] });
    const parts = { environment: testSpecs.dev, container: 'api', repository: 'shop/api', digest: b!, tags: [] };
    await recordRelease(world, { ...parts, action: 'deploy' });
    expect(await json('--from', c)).toMatchObject({ result: 'up-to-date', digest: b });
    expect(await ledgers.dev.entries('api')).toHaveLength(5);
  });

  it.each([
    ['was never left', 0, []],
    ['was left for another one', 2, ['--to', 0]],
  ] as const)('refuses to leave a release that %s', async (_, left, to) => {
    const { world, ledgers, digests } = await setting('a', 'b', 'c');
    await runProgram(ARGS, world);
    const flags = to.map((word) => (typeof word === 'number' ? digests[word]! : word));
    const { failure } = await runProgram([...ARGS, '--from', digests[left]!, ...flags], world);
    expect(failure).toMatchObject({ code: 'plan-stale', message: expect.stringContaining(digests[1]!) as unknown });
    expect(await ledgers.dev.entries('api')).toHaveLength(4);
  });

  it('says what to deploy next', async () => {
    const { world, digests } = await setting('a', 'b');
    const { printed } = await runProgram(ARGS, world);
    expect(printed).toContain(`image-builder deploy api --env dev --digest ${digests[0] ?? '-'}`);
  });

  it('shows what a dry run would do, and changes nothing', async () => {
    const { dev, ledgers, digests, json } = await setting('a', 'b');
    const before = dev.tagged;
    expect(await json('--dry-run')).toMatchObject({
      result: 'planned',
      digest: digests[0],
      movedTags: ['dev-latest'],
    });
    expect(dev.tagged).toEqual(before);
    expect(await ledgers.dev.entries('api')).toHaveLength(2);
  });

  it('leaves a tag alone that somebody moved elsewhere', async () => {
    const { dev, digests, json } = await setting('a', 'b', 'c');
    await dev.addTag(digests[0]!, 'dev-latest');
    expect(await json()).toMatchObject({ digest: digests[1], movedTags: [] });
    expect(dev.tagged['dev-latest']).toBe(digests[0]);
  });

  it('refuses an image that is no longer in the registry', async () => {
    const { world, dev, ledgers, digests } = await setting('a', 'b');
    dev.remove(digests[0]!);
    const { failure } = await runProgram(ARGS, world);
    expect(failure).toMatchObject({
      code: 'image-missing',
      message: expect.stringContaining(`@${digests[0] ?? '-'}' was released once`) as unknown,
    });
    expect(await ledgers.dev.entries('api')).toHaveLength(2);
  });

  it.each([
    ['nothing was released', [], []],
    ['there is one release', ['a'], []],
    ['the image was never released', ['a', 'b'], ['--to', `sha256:${'0'.repeat(64)}`]],
  ])('refuses when %s', async (_, releases, flags) => {
    const { world } = await setting(...releases);
    expect((await runProgram([...ARGS, ...flags], world)).failure?.code).toBe('image-missing');
  });

  it('that dies before the ledger entry is completed by the next', async () => {
    const { world, dev, ledgers, digests, json } = await setting('a', 'b');
    const dying = { ...world, whoami: () => Promise.reject(new Error('killed')) };
    await expect(runProgram(ARGS, dying)).rejects.toThrow('killed');
    expect(dev.tagged['dev-latest']).toBe(digests[0]);
    expect(await ledgers.dev.entries('api')).toHaveLength(2);
    expect(await json()).toMatchObject({ result: 'rolled-back', digest: digests[0], sequence: 3 });
  });

  it('of two at once, one wins', async () => {
    const { world, ledgers } = await setting('a', 'b', 'c');
    const results = await Promise.all([runProgram(ARGS, world), runProgram(ARGS, world)]);
    expect(results.map(({ failure }) => failure?.code).sort()).toEqual(['ledger-conflict', undefined]);
    expect(await ledgers.dev.entries('api')).toHaveLength(4);
  });
});
