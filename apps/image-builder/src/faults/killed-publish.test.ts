import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { runPublish } from '../commands/publish/run-publish.ts';
import { worstFailure } from '../commands/publish/worst-failure.ts';
import { runPush } from '../commands/push/run-push.ts';
import { removeFolder, temporaryFolder } from '../testing/temporary-folder.ts';
import { developCommit, testWorld } from '../testing/test-world.ts';
import type { World } from '../world.ts';
import { expectReadable } from './testing/expect-readable.ts';
import { killAtEveryStep } from './testing/kill-at-every-step.ts';

let folder: string;
beforeEach(async () => {
  folder = await temporaryFolder({ 'api/Dockerfile': 'FROM scratch\nCOPY a /a\n', 'api/a': '1' });
});
afterEach(async () => {
  await removeFolder(folder);
});

const pushOptions = { containers: ['api'], environment: 'dev', buildArgs: {}, recordDir: 'records' };
const publishOptions = { ...pushOptions, all: false, concurrency: 1, dryRun: false, ledger: true };
const FIRST = 'dev-0123456789ab';
const nextCommit = { ...developCommit, commit: 'f'.repeat(40) };

/** The first commit is published; a later one, whose files are `content`, is next. */
async function published(content: string) {
  await writeFile(join(folder, 'api', 'a'), '1');
  const setting = testWorld(folder);
  await publish(setting.world);
  const released = setting.dev.tagged[FIRST];
  await writeFile(join(folder, 'api', 'a'), content);
  const world = { ...setting.world, git: { facts: () => Promise.resolve(nextCommit) } };
  return { ...setting, world, released };
}

type Setting = Awaited<ReturnType<typeof published>>;

async function publish(world: World): Promise<void> {
  const failure = worstFailure(await runPublish(publishOptions, world));
  if (failure !== undefined) throw failure;
}

async function always(setting: Setting): Promise<void> {
  await expectReadable(setting);
  expect(setting.dev.tagged[FIRST]).toBe(setting.released);
}

async function outcome({ dev, ledgers, records }: Setting) {
  return { tags: dev.tagged, entries: await ledgers.dev.entries('api'), records: [...records.texts.keys()] };
}

describe('publish, killed at every step,', () => {
  it('loses nothing, and the next run is as if it had not happened', async () => {
    const steps = await killAtEveryStep({ prepare: () => published('2'), run: publish, always, outcome });
    expect(steps).toEqual(
      expect.arrayContaining(['engine.build', 'engine.push', 'registry.addTag', 'records.write', 'ledger.append']),
    );
    expect(steps.length).toBeGreaterThan(20);
  });

  it('does so when the image is there and only its tags are new', async () => {
    const steps = await killAtEveryStep({ prepare: () => published('1'), run: publish, always, outcome });
    expect(steps).not.toContain('engine.push');
    expect(steps.filter((step) => step === 'registry.addTag')).toHaveLength(1);
    expect(steps.length).toBeGreaterThan(10);
  });
});

describe('push, killed at every step,', () => {
  it('leaves no record before its image, and the next run ends as an undisturbed one', async () => {
    const run = (world: World) => runPush(pushOptions, world);
    const steps = await killAtEveryStep({ prepare: () => published('2'), run, always, outcome });
    expect(steps).toEqual(expect.arrayContaining(['engine.build', 'engine.push', 'registry.addTag', 'records.write']));
    expect(steps.length).toBeGreaterThan(15);
  });
});
