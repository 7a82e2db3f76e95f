import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { parseImageRecord } from '@slipway/images';
import { removeFolder, temporaryFolder } from '../../testing/temporary-folder.ts';
import { developCommit, testWorld } from '../../testing/test-world.ts';
import { runBuild } from './run-build.ts';

let folder: string;
beforeEach(async () => {
  folder = await temporaryFolder({ 'api/Dockerfile': 'FROM scratch\nCOPY a /a\n', 'api/a': '1' });
});
afterEach(async () => {
  await removeFolder(folder);
});
const options = { containers: ['api'], buildArgs: {}, force: false, recordDir: 'records' };

describe('runBuild', () => {
  it('builds once for the same inputs, at another commit too', async () => {
    const { world, engine } = testWorld(folder);
    const [first] = await runBuild(options, world);
    const later = { ...developCommit, commit: 'f'.repeat(40) };
    const [second] = await runBuild(options, { ...world, git: { facts: () => Promise.resolve(later) } });
    expect(engine.builds).toHaveLength(1);
    expect(first?.built?.fresh).toBe(true);
    expect(second).toMatchObject({ imageId: first?.imageId, inputsHash: first?.inputsHash, built: { fresh: false } });
    expect((await engine.find('shop/api:dev-ffffffffffff'))?.id).toBe(first?.imageId);
  });

  it('builds again for another content, another argument and by force', async () => {
    const { world, engine } = testWorld(folder);
    await runBuild(options, world);
    await runBuild({ ...options, buildArgs: { A: '1' } }, world);
    await runBuild({ ...options, force: true }, world);
    await runBuild({ ...options, noCache: true }, world);
    await writeFile(join(folder, 'api', 'a'), '2');
    await runBuild(options, world);
    expect(engine.builds.map(({ noCache }) => noCache)).toEqual([false, false, false, true, false]);
  });

  it('builds again when a base image changed', async () => {
    await writeFile(join(folder, 'api', 'Dockerfile'), 'ARG BUILD_BASE=debian\nFROM ${BUILD_BASE}\n');
    const { world, engine } = testWorld(folder);
    const based = { ...world, baseArgs: { BUILD_BASE: 'own' } };
    engine.hold('own', {}, 'old');
    await runBuild(options, based);
    engine.hold('own', {}, 'new');
    await runBuild(options, based);
    expect(engine.builds.map(({ args }) => args['BUILD_BASE'])).toEqual(['own', 'own']);
  });

  it('writes a record that reads back', async () => {
    const { world, records } = testWorld(folder);
    const [record] = await runBuild(options, world);
    expect(parseImageRecord(records.texts.get('api') ?? '').record).toEqual(JSON.parse(JSON.stringify(record)));
  });

  it('builds nothing when one of the containers is unknown', async () => {
    const { world, engine } = testWorld(folder);
    await expect(runBuild({ ...options, containers: ['api', 'web'] }, world)).rejects.toMatchObject({
      code: 'unknown-container',
    });
    expect(engine.builds).toEqual([]);
  });

  it('writes no record of a build that failed', async () => {
    await removeFolder(join(folder, 'api', 'a'));
    const { world, records } = testWorld(folder);
    await expect(runBuild(options, world)).rejects.toMatchObject({ code: 'build-failed' });
    expect(records.texts.size).toBe(0);
  });

  it('says what it does', async () => {
    const { world, progress } = testWorld(folder);
    await runBuild(options, world);
    expect(progress.lines).toEqual(['build api', '  build: the engine has no image of these inputs', '  0.0 s COPY']);
  });
});
