import { appendFile, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, expect, it } from '@jest/globals';
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

it('makes no image of a context that is changed while it is sent, and says which file', async () => {
  folder = await temporaryFolder({ Dockerfile: 'FROM scratch\nCOPY a b /\n', a: 'x'.repeat(1_000_000), b: '' });
  const request = await dockerBuildRequest(folder);
  await appendFile(join(folder, 'b'), 'late');
  await expect(engine.build(request)).rejects.toMatchObject({
    code: 'context-unreadable',
    message: "'b' in the build context was changed while it was sent to the engine",
  });
});

it('says how much of a large context is sent', async () => {
  folder = await temporaryFolder({ Dockerfile: 'FROM scratch\nCOPY Dockerfile /\n', large: '' });
  await truncate(join(folder, 'large'), 300_000_000);
  const request = await dockerBuildRequest(folder);
  await engine.build(request);
  expect(request.events.map(formatBuildEvent)).toContainEqual(expect.stringMatching(/^sent 250 MB of 300 MB of the /));
});
