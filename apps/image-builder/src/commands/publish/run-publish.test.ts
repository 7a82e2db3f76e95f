import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Catalog } from '../../catalog/catalog.ts';
import { MemoryDirectory } from '../../ecr/memory-directory.ts';
import type { RepositoryPlace } from '../../ecr/repository-directory.ts';
import type { BuildRequest, PushRequest } from '../../engine/image-engine.ts';
import { MemoryImageEngine } from '../../engine/memory-image-engine.ts';
import { MemoryImageRegistry } from '../../registry/memory-image-registry.ts';
import { removeFolder, temporaryFolder } from '../../testing/temporary-folder.ts';
import { DEV_URI, testWorld } from '../../testing/test-world.ts';
import { runPublish } from './run-publish.ts';
import { worstFailure } from './worst-failure.ts';

let folder: string;
beforeEach(async () => {
  const Dockerfile = 'FROM scratch\nCOPY a /a\n';
  folder = await temporaryFolder({
    'api/Dockerfile': Dockerfile,
    'api/a': '1',
    'web/Dockerfile': Dockerfile,
    'web/a': '1',
  });
});
afterEach(async () => {
  await removeFolder(folder);
});
const options = {
  containers: ['api'],
  all: false,
  environment: 'dev',
  buildArgs: {},
  recordDir: 'records',
  concurrency: 1,
  dryRun: false,
  ledger: true,
};

const WEB_URI = 'registry.test/dev/shop/web';

/** An engine whose first push ends only after the next build began, and that build only after the push began. */
class WatchedEngine extends MemoryImageEngine {
  readonly events: string[] = [];
  readonly #meeting: boolean;

  constructor(registries: ReadonlyMap<string, MemoryImageRegistry>, meeting: boolean) {
    super(registries);
    this.#meeting = meeting;
  }

  override async build(request: BuildRequest) {
    this.events.push('build');
    if (this.builds.length > 0) await this.#until(() => this.events.includes('push'));
    this.events.push('built');
    return super.build(request);
  }

  override async push(request: PushRequest) {
    this.events.push('push');
    await this.#until(() => this.events.filter((event) => event === 'build').length === 2);
    this.events.push('pushed');
    return super.push(request);
  }

  async #until(condition: () => boolean): Promise<void> {
    while (this.#meeting && !condition()) await setTimeout(1);
  }
}

/** A world with a second container, `web`, and its repository in `dev`. */
function twoContainers({ meeting = false } = {}) {
  const { world, dev } = testWorld(folder);
  const registries = new Map([
    [DEV_URI, dev],
    [WEB_URI, new MemoryImageRegistry(['dev-latest'])],
  ]);
  const place = { credentials: { username: 'AWS', password: 'fake' }, scheme: 'https:' } as const;
  const there = { ...place, account: '111111111111', region: 'dev-region' };
  const engine = new WatchedEngine(registries, meeting);
  const directory = new MemoryDirectory({
    'dev-region/shop/api': { ...there, uri: DEV_URI },
    'dev-region/shop/web': { ...there, uri: WEB_URI },
  });
  const openRegistry = ({ uri }: RepositoryPlace) => registries.get(uri) ?? dev;
  return { dev, engine, world: { ...world, catalog: withWeb(world.catalog), engine, directory, openRegistry } };
}

function withWeb(catalog: Catalog): Catalog {
  const web = { name: 'web', context: 'web', repository: 'shop/web' };
  return { ...catalog, container: (name) => (name === 'web' ? web : catalog.container(name)) };
}

describe('runPublish', () => {
  it('pushes what is affected and writes it into the ledger', async () => {
    const { world, dev, ledgers } = testWorld(folder);
    const report = await runPublish({ ...options, containers: [] }, world);
    const digest = dev.tagged['dev-0123456789ab'];
    expect(report.containers).toMatchObject([
      { container: 'api', outcome: 'published', release: 1, image: { pushed: { result: 'pushed', digest } } },
    ]);
    expect(await ledgers.dev.entries('api')).toMatchObject([
      { action: 'publish', digest, tags: ['dev-0123456789ab', 'dev-latest'], sequence: 1 },
    ]);
  });

  it('pushes every container when told so', async () => {
    const { world, engine } = testWorld(folder);
    const report = await runPublish({ ...options, containers: [], all: true }, world);
    expect(report.containers).toMatchObject([{ container: 'api', outcome: 'published' }]);
    expect(engine.pushes).toHaveLength(1);
  });

  it('passes the base on and does nothing when nothing is affected', async () => {
    const { world, engine } = testWorld(folder);
    const asked: (string | undefined)[] = [];
    const affected = (base?: string) => {
      asked.push(base);
      return Promise.resolve([]);
    };
    const report = await runPublish({ ...options, containers: [], base: 'v1' }, { ...world, affected });
    expect({ asked, report: report.containers, builds: engine.builds }).toEqual({
      asked: ['v1'],
      report: [],
      builds: [],
    });
  });

  it('sends nothing and writes no second entry when it is run again', async () => {
    const { world, engine, ledgers } = testWorld(folder);
    await runPublish(options, world);
    const [again] = (await runPublish(options, world)).containers;
    expect(again).toMatchObject({ outcome: 'published', release: 1, image: { pushed: { result: 'up-to-date' } } });
    expect(engine.pushes).toHaveLength(1);
    expect(await ledgers.dev.entries('api')).toHaveLength(1);
  });

  it('writes one entry when two publish the same at once', async () => {
    const { world, ledgers } = testWorld(folder);
    const reports = await Promise.all([runPublish(options, world), runPublish(options, world)]);
    expect(reports.flatMap(({ containers }) => containers)).toMatchObject([
      { outcome: 'published', release: 1 },
      { outcome: 'published', release: 1 },
    ]);
    expect(await ledgers.dev.entries('api')).toHaveLength(1);
  });

  it('goes on with the others when one fails, and reports it', async () => {
    const { world } = twoContainers();
    await writeFile(join(folder, 'web', 'Dockerfile'), 'FROM scratch\nCOPY none /\n');
    const report = await runPublish({ ...options, containers: ['web', 'api'] }, world);
    expect(report.containers).toMatchObject([
      { container: 'web', outcome: 'failed', error: { code: 'build-failed' } },
      { container: 'api', outcome: 'published' },
    ]);
    expect(worstFailure(report)).toMatchObject({
      code: 'build-failed',
      message: expect.stringMatching(/^1 of 2 containers were not published to 'dev':\n {2}web: /) as unknown,
    });
  });

  it('pushes one image while the next is built, which is never built beside another', async () => {
    const { world, engine } = twoContainers({ meeting: true });
    const report = await runPublish({ ...options, containers: ['api', 'web'] }, world);
    expect(report.containers.map(({ outcome }) => outcome)).toEqual(['published', 'published']);
    const builds = engine.events.filter((event) => event.startsWith('buil'));
    expect(builds).toEqual(['build', 'built', 'build', 'built']);
    expect(engine.events.indexOf('pushed')).toBeGreaterThan(engine.events.lastIndexOf('build'));
  });

  it('plans without building, pushing or writing', async () => {
    const { world, engine, dev, records, ledgers } = testWorld(folder);
    const plan = async () => (await runPublish({ ...options, dryRun: true }, world)).containers;
    expect(await plan()).toEqual([
      { container: 'api', outcome: 'planned', action: 'push', tags: ['dev-0123456789ab', 'dev-latest'] },
    ]);
    expect([engine.builds, dev.tagged, records.texts.size, await ledgers.dev.entries('api')]).toEqual([[], {}, 0, []]);
    await runPublish(options, world);
    expect(await plan()).toEqual([{ container: 'api', outcome: 'planned', action: 'keep', tags: [] }]);
    await writeFile(join(folder, 'api', 'a'), '2');
    expect(await plan()).toMatchObject([{ outcome: 'failed', error: { code: 'tag-conflict' } }]);
  });

  it('needs no ledger when told so', async () => {
    const { world, ledgers } = testWorld(folder);
    const [published] = (await runPublish({ ...options, ledger: false }, world)).containers;
    expect(published).not.toHaveProperty('release');
    expect(await ledgers.dev.entries('api')).toEqual([]);
  });

  it('builds nothing when a name or the environment is unknown', async () => {
    const { world, engine } = testWorld(folder);
    await expect(runPublish({ ...options, containers: ['api', 'none'] }, world)).rejects.toMatchObject({
      code: 'unknown-container',
    });
    expect(engine.builds).toEqual([]);
  });

  it('begins nothing after it was interrupted', async () => {
    const { world, engine } = testWorld(folder);
    const report = await runPublish(options, { ...world, signal: AbortSignal.abort() });
    expect(worstFailure(report)?.code).toBe('interrupted');
    expect(engine.builds).toEqual([]);
  });

  it('lets a bug through, once the others are done', async () => {
    const { world, dev } = twoContainers();
    const openRegistry = (place: RepositoryPlace) => {
      if (place.uri === WEB_URI) throw new TypeError('a bug');
      return dev;
    };
    const publishing = runPublish({ ...options, containers: ['web', 'api'] }, { ...world, openRegistry });
    await expect(publishing).rejects.toThrow(TypeError);
    expect(dev.tagged).toHaveProperty('dev-0123456789ab');
  });
});
