import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { removeFolder, temporaryFolder } from '../../testing/temporary-folder.ts';
import { DEV_URI, developCommit, testWorld } from '../../testing/test-world.ts';
import { runBuild } from '../build/run-build.ts';
import { runPush } from './run-push.ts';

let folder: string;
beforeEach(async () => {
  folder = await temporaryFolder({ 'api/Dockerfile': 'FROM scratch\nCOPY a /a\n', 'api/a': '1' });
});
afterEach(async () => {
  await removeFolder(folder);
});
const options = { containers: ['api'], environment: 'dev', buildArgs: {}, recordDir: 'records' };
const laterCommit = { ...developCommit, commit: 'f'.repeat(40) };

describe('runPush', () => {
  it('builds and pushes what is missing, and moves the tag that moves', async () => {
    const { world, dev, engine } = testWorld(folder);
    const [record] = await runPush(options, world);
    const digest = record?.pushed?.digest;
    expect(dev.tagged).toEqual({ 'dev-0123456789ab': digest, 'dev-latest': digest });
    expect(engine.pushes).toEqual(['dev-0123456789ab']);
    expect(record).toMatchObject({
      built: { fresh: true },
      size: { compressed: expect.any(Number) as unknown },
      pushed: { environment: 'dev', account: '111111111111', uri: DEV_URI, result: 'pushed' },
    });
  });

  it('pushes what was built before', async () => {
    const { world, engine } = testWorld(folder);
    await runBuild({ ...options, force: false }, world);
    await runPush(options, world);
    expect(engine.builds).toHaveLength(1);
  });

  it('sends nothing the second time', async () => {
    const { world, engine } = testWorld(folder);
    const [first] = await runPush(options, world);
    const [second] = await runPush(options, world);
    expect(engine.pushes).toHaveLength(1);
    expect(second?.pushed).toEqual({ ...first?.pushed, result: 'up-to-date' });
  });

  it('only tags the image of a later commit with the same inputs', async () => {
    const { world, dev, engine } = testWorld(folder);
    const [first] = await runPush(options, world);
    const [second] = await runPush(options, { ...world, git: { facts: () => Promise.resolve(laterCommit) } });
    expect(engine.pushes).toHaveLength(1);
    expect(second?.pushed).toMatchObject({ result: 'tagged', digest: first?.pushed?.digest });
    expect(Object.keys(dev.tagged)).toEqual(['dev-0123456789ab', 'dev-latest', 'dev-ffffffffffff']);
  });

  it('refuses another image under a tag that stays, before anything is sent', async () => {
    const { world, dev, engine } = testWorld(folder);
    const [first] = await runPush(options, world);
    await writeFile(join(folder, 'api', 'a'), '2');
    const before = dev.tagged;
    await expect(runPush(options, world)).rejects.toMatchObject({
      code: 'tag-conflict',
      message: expect.stringMatching(
        `'dev-0123456789ab' in '${DEV_URI}'[^]*there: ${first?.pushed?.digest ?? '-'}[^]*ours:  not built`,
      ) as unknown,
      fix: expect.stringContaining('commit') as unknown,
    });
    expect(dev.tagged).toEqual(before);
    expect(engine.pushes).toHaveLength(1);
  });

  it('moves no tag in production', async () => {
    const { world, prod } = testWorld(folder, { ...developCommit, branch: 'main' });
    await runPush({ ...options, environment: 'prod' }, world);
    expect(Object.keys(prod.tagged)).toEqual(['v20260301-0123456789ab']);
  });

  it('refuses credentials of another account', async () => {
    const { world, engine } = testWorld(folder);
    await expect(runPush({ ...options, environment: 'stray' }, world)).rejects.toMatchObject({
      code: 'wrong-account',
      message: "the credentials are of account '111111111111', and the environment 'stray' is account '333333333333'",
    });
    expect(engine.builds).toEqual([]);
  });

  it('asks the registry, whatever the record says', async () => {
    const { world, dev, records } = testWorld(folder);
    await runPush(options, world);
    const other = testWorld(folder);
    await other.records.write('api.dev', JSON.parse(records.texts.get('api.dev') ?? '') as never);
    const [again] = await runPush(options, other.world);
    expect(again?.pushed?.result).toBe('pushed');
    expect(other.dev.tagged).toEqual(dev.tagged);
  });

  it('shows a broken record and goes on', async () => {
    const { world, records, progress } = testWorld(folder);
    records.texts.set('api.dev', '{"schemaVersion": 7}');
    await runPush(options, world);
    expect(progress.lines.join('\n')).toMatch(
      /warning: the record 'api.dev' is not used:[^]*schemaVersion[^]*is 7, not 1/,
    );
  });

  it('believes no push that the registry does not show', async () => {
    const { world, records } = testWorld(folder);
    const { dev: elsewhere } = testWorld(folder);
    await expect(runPush(options, { ...world, openRegistry: () => elsewhere })).rejects.toMatchObject({
      code: 'push-unproven',
    });
    expect(records.texts.size).toBe(0);
  });
});
