import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { BuildRequest } from '../engine/image-engine.ts';
import { runPublish } from '../commands/publish/run-publish.ts';
import { worstFailure } from '../commands/publish/worst-failure.ts';
import { runPush } from '../commands/push/run-push.ts';
import { putDescribedImage } from '../testing/put-described-image.ts';
import { removeFolder, temporaryFolder } from '../testing/temporary-folder.ts';
import { testWorld } from '../testing/test-world.ts';
import type { World } from '../world.ts';
import { expectReadable } from './testing/expect-readable.ts';

let folder: string;
beforeEach(async () => {
  folder = await temporaryFolder({ 'api/Dockerfile': 'FROM scratch\nCOPY a /a\n', 'api/a': '1' });
});
afterEach(async () => {
  await removeFolder(folder);
});

const options = { containers: ['api'], environment: 'dev', buildArgs: {}, recordDir: 'records' };
const TAG = 'dev-0123456789ab';

/** Somebody pushes another image under the tag while ours is built, so after the registry was asked. */
function taken() {
  const setting = testWorld(folder);
  const { engine, dev } = setting;
  const build = engine.build.bind(engine);
  engine.build = async (request: BuildRequest) => {
    await putDescribedImage(dev, { tag: TAG, layers: [{ content: 'theirs' }] });
    return build(request);
  };
  return setting;
}

async function publish(world: World) {
  return worstFailure(await runPublish({ ...options, all: false, concurrency: 1, dryRun: false, ledger: true }, world));
}

describe('a tag that somebody takes between plan and push', () => {
  it('stays theirs, and the push says so', async () => {
    const setting = taken();
    await expect(runPush(options, setting.world)).rejects.toMatchObject({ code: 'tag-conflict' });
    expect(Object.keys(setting.dev.tagged)).toEqual([TAG]);
    expect(setting.records.texts.size).toBe(0);
    await expectReadable(setting);
  });

  it('is no release of a publication', async () => {
    const setting = taken();
    expect(await publish(setting.world)).toMatchObject({ code: 'tag-conflict' });
    expect(await setting.ledgers.dev.entries('api')).toEqual([]);
    expect(setting.dev.tagged).not.toHaveProperty('dev-latest');
  });
});
