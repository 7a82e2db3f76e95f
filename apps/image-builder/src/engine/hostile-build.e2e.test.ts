import { afterAll, afterEach, expect, it } from '@jest/globals';
import Docker from 'dockerode';
import { renderJson } from '@slipway/cli';
import { formatBuildEvent } from '../buildkit/build-event.ts';
import { TEST_LABEL, dockerBuildRequest } from '../testing/docker-build-request.ts';
import { removeImages } from '../testing/remove-images.ts';
import { removeFolder, temporaryFolder } from '../testing/temporary-folder.ts';
import { DockerImageEngine } from './docker-image-engine.ts';

const engine = new DockerImageEngine(() => Promise.resolve(undefined), 'the engine of the test');
let folder = '';
afterEach(async () => {
  await removeFolder(folder);
});
afterAll(async () => {
  await removeImages(TEST_LABEL);
});

async function request(lines: readonly string[], args: Readonly<Record<string, string>> = {}) {
  folder = await temporaryFolder({ Dockerfile: ['ARG BASE', 'FROM ${BASE}', ...lines, ''].join('\n') });
  const plain = await dockerBuildRequest(folder);
  return { ...plain, args: { ...plain.args, ...args } };
}

it('goes on over output that is no UTF-8, and over control characters', async () => {
  const asked = await request([String.raw`RUN printf 'bytes \377\376 and \033[2J\n' && echo ${String(Math.random())}`]);
  await engine.build(asked);
  const said = asked.events.map(formatBuildEvent);
  expect(said.some((line) => line.includes('bytes ') && line.includes('\uFFFD'))).toBe(true);
  expect(JSON.parse(renderJson({ said }))).toEqual({ said });
});

it('says what was written last, by a step that failed, though it is no UTF-8', async () => {
  const failed = engine.build(await request([String.raw`RUN printf 'last \377 words\n' && exit 3`]));
  await expect(failed).rejects.toMatchObject({
    code: 'build-failed',
    message: expect.stringMatching(/exit code 3\n {2}\| last \uFFFD words/) as unknown,
  });
});

it('hands arguments to the build as they are: nothing runs what they say', async () => {
  const branch = 'feature/$(touch${IFS}/stolen);`id`&&"\'x';
  const lines = ['ARG GIT_BRANCH', 'LABEL branch="${GIT_BRANCH}"', 'RUN [ ! -e /stolen ]'];
  const { id } = await engine.build(await request(lines, { GIT_BRANCH: branch }));
  const { Config } = await new Docker().getImage(id).inspect();
  expect(Config.Labels).toMatchObject({ branch });
});

it('refuses a step that reads outside of the context', async () => {
  const failed = engine.build(await request(['COPY ../../etc/passwd /stolen']));
  await expect(failed).rejects.toMatchObject({ code: 'build-failed' });
});
