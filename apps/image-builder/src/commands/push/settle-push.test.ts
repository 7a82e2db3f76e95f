import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { MemoryImageEngine } from '../../engine/memory-image-engine.ts';
import type { BuildRequest, PushRequest } from '../../engine/image-engine.ts';
import { MemoryImageRegistry } from '../../registry/memory-image-registry.ts';
import { removeFolder, temporaryFolder } from '../../testing/temporary-folder.ts';
import { DEV_URI, testWorld } from '../../testing/test-world.ts';
import type { World } from '../../world.ts';
import { runPush } from './run-push.ts';

let folder: string;
beforeEach(async () => {
  folder = await temporaryFolder({ 'api/Dockerfile': 'FROM scratch\nCOPY a /a\n', 'api/a': '1' });
});
afterEach(async () => {
  await removeFolder(folder);
});
const options = { containers: ['api'], environment: 'dev', buildArgs: {}, recordDir: 'records' };
const TAG = 'dev-0123456789ab';

/** An engine of another machine: it makes another image of the same inputs, as BuildKit writes the time into it. */
class OtherEngine extends MemoryImageEngine {
  readonly #beforePush: () => Promise<unknown>;

  constructor(registry: MemoryImageRegistry, beforePush: () => Promise<unknown>) {
    super(new Map([[DEV_URI, registry]]));
    this.#beforePush = beforePush;
  }

  override build(request: BuildRequest) {
    return super.build({ ...request, args: { ...request.args, MACHINE: 'other' } });
  }

  override async push(request: PushRequest) {
    await this.#beforePush();
    return super.push(request);
  }
}

/** Two publishers of one commit; the first one is through when the second begins to send. */
function twoPublishers(registry: MemoryImageRegistry, first: () => Promise<unknown>): World {
  const second = testWorld(folder).world;
  return { ...second, openRegistry: () => registry, engine: new OtherEngine(registry, first) };
}

describe('two publishers at once', () => {
  it('are both done when the tag cannot move: the second takes what the first pushed', async () => {
    const { world, dev } = testWorld(folder);
    const [record] = await runPush(
      options,
      twoPublishers(dev, () => runPush(options, world)),
    );
    expect(record?.pushed).toMatchObject({ result: 'up-to-date', digest: dev.tagged[TAG] });
    expect(dev.tagged['dev-latest']).toBe(dev.tagged[TAG]);
  });

  it('are both done when the tag moves: all tags name one image in the end', async () => {
    const registry = new MemoryImageRegistry([TAG, 'dev-latest']);
    const { world } = testWorld(folder);
    const first = {
      ...world,
      openRegistry: () => registry,
      engine: new OtherEngine(registry, () => Promise.resolve()),
    };
    const [record] = await runPush(
      options,
      twoPublishers(registry, () => runPush(options, first)),
    );
    expect(registry.tagged).toEqual({ [TAG]: record?.pushed?.digest, 'dev-latest': record?.pushed?.digest });
  });

  it('are told apart when they push different images', async () => {
    const { world, dev } = testWorld(folder);
    const other = { ...options, buildArgs: { A: '1' } };
    const second = runPush(
      other,
      twoPublishers(dev, () => runPush(options, world)),
    );
    await expect(second).rejects.toMatchObject({ code: 'tag-conflict' });
  });
});
