import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { runProgram } from '../testing/run-program.ts';
import { removeFolder, temporaryFolder } from '../testing/temporary-folder.ts';
import { DEV_URI, testWorld } from '../testing/test-world.ts';

let folder: string;
beforeEach(async () => {
  folder = await temporaryFolder({ 'api/Dockerfile': 'FROM scratch\nCOPY a /a\n', 'api/a': '1' });
});
afterEach(async () => {
  await removeFolder(folder);
});
const host = 'registry.test';

async function configure(repository: string): Promise<void> {
  await writeFile(join(folder, 'api', 'image.json'), JSON.stringify({ cache: { repository } }));
}

describe('the cache of a build', () => {
  it('is what the flags say, of each command that builds', async () => {
    for (const command of [
      ['build', 'api'],
      ['push', 'api', '--env', 'dev'],
      ['publish', 'api', '--env', 'dev'],
    ]) {
      const { world, engine } = testWorld(folder);
      const flags = ['--cache-from', `${DEV_URI}:latest`, '--cache-from', 'other.test/c:a', '--cache-to', 'inline'];
      expect((await runProgram([...command, ...flags], world)).failure).toBeUndefined();
      expect(engine.builds[0]?.cache).toMatchObject({
        from: [`${DEV_URI}:latest`, 'other.test/c:a'],
        to: { type: 'inline' },
      });
    }
  });

  it('comes with the login of the environment for its registry', async () => {
    const { world, engine } = testWorld(folder);
    await runProgram(['push', 'api', '--env', 'dev', '--cache-from', `${DEV_URI}:latest`], world);
    expect(engine.builds[0]?.cache?.logins).toEqual(new Map([[host, { username: 'AWS', password: 'fake' }]]));
  });

  it('is that of image.json in the registry of the environment', async () => {
    await configure('shop/api');
    const { world, engine } = testWorld(folder);
    engine.cacheTargets = ['inline', 'registry'];
    await runProgram(['push', 'api', '--env', 'dev'], world);
    expect(engine.builds[0]?.cache?.from).toEqual([`${DEV_URI}:api-develop`, `${DEV_URI}:api-main`]);
  });

  it('is left out by a build without an environment, which is said', async () => {
    await configure('shop/api');
    const { world, engine, progress } = testWorld(folder);
    await runProgram(['build', 'api'], world);
    expect(engine.builds[0]?.cache).toBeUndefined();
    expect(progress.lines.join('\n')).toContain("no cache: 'shop/api' of image.json");
  });

  it('does not decide what is built', async () => {
    const { world, engine } = testWorld(folder);
    await runProgram(['build', 'api'], world);
    await runProgram(['build', 'api', '--cache-from', 'r.test/c:a'], world);
    await configure('r.test/mlops/build-cache');
    expect(engine.builds).toHaveLength(1);
  });

  it('is refused where the repository says that its tag stays', async () => {
    const { world, engine } = testWorld(folder);
    engine.cacheTargets = ['inline', 'registry'];
    const spec = world.specs['dev'];
    const registries = spec?.registries.map((registry) => ({
      ...registry,
      repositories: registry.repositories.map((one) => ({
        ...one,
        name: 'shop/api',
        tagMutability: { mode: 'IMMUTABLE' } as const,
      })),
    }));
    const specs = { ...world.specs, dev: { ...spec, registries } } as typeof world.specs;
    const { failure } = await runProgram(['push', 'api', '--env', 'dev', '--cache-to', `${DEV_URI}:cache`], {
      ...world,
      specs,
    });
    expect(failure).toMatchObject({
      code: 'configuration-invalid',
      message: expect.stringContaining("can't move") as unknown,
    });
  });
});
