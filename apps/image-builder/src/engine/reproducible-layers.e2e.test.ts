import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it } from '@jest/globals';
import Docker from 'dockerode';
import { SHELL_BASE, TEST_LABEL, dockerBuildRequest } from '../testing/docker-build-request.ts';
import { removeImages } from '../testing/remove-images.ts';
import { removeFolder, temporaryFolder } from '../testing/temporary-folder.ts';
import { DockerImageEngine } from './docker-image-engine.ts';

/** The program that the images of this repository are built with. */
const WITH_FIXED_TIMES = join(import.meta.dirname, '../../../../server/image/with_fixed_times.py');
/** 2026-03-01T10:00:00Z */
const EPOCH = '1772359200';
const engine = new DockerImageEngine(() => Promise.resolve(undefined), 'the engine of the test');
let folders: string[] = [];
afterEach(async () => {
  await Promise.all(folders.map(removeFolder));
  folders = [];
});
afterAll(async () => {
  await removeImages(TEST_LABEL);
});

const FIXED = '"python3", "-B", "image/with_fixed_times.py", "/application", ';

/** Times in layers are whole seconds: what one build writes after this is a second younger than what the build before wrote. */
const NEXT_SECOND = '"python3", "-c", "import time; time.sleep(1.1)"';

/** Builds a small program in a new folder, without any cache. */
async function build(settling: string): Promise<{ id: string; created: string; layers: readonly string[] }> {
  const folder = await temporaryFolder({
    'image/with_fixed_times.py': await readFile(WITH_FIXED_TIMES, 'utf8'),
    'app/main.py': 'import helper\n',
    'app/helper.py': 'VALUE = 1\n',
    Dockerfile: `ARG BASE
FROM \${BASE} AS application
WORKDIR /build
COPY image ./image
COPY app /application/app
RUN [${NEXT_SECOND}]
RUN [${settling}"python3", "-m", "compileall", "-q", "--invalidation-mode", "checked-hash", "/application"]
FROM \${BASE}
COPY --from=application /application/ /
`,
  });
  folders.push(folder);
  const args = { BASE: SHELL_BASE, SOURCE_DATE_EPOCH: EPOCH };
  const { id } = await engine.build(await dockerBuildRequest(folder, { args, noCache: true }));
  const { Created, RootFS } = await new Docker().getImage(id).inspect();
  return { id, created: Created, layers: RootFS.Layers ?? [] };
}

describe('two builds of the same files in two folders, without any cache', () => {
  it('have the same layers when files get a fixed time', async () => {
    const [one, two] = [await build(FIXED), await build(FIXED)];
    expect(two.layers).toEqual(one.layers);
    // BuildKit 0.11 and later write SOURCE_DATE_EPOCH into the image; then all of it is the same.
    const isHonoured = new Date(one.created).getTime() === Number(EPOCH) * 1000;
    expect(one.id === two.id).toBe(isHonoured);
  });

  it('have different layers otherwise, so that the test above shows something', async () => {
    const [one, two] = [await build(''), await build('')];
    expect(two.layers).not.toEqual(one.layers);
  });
});
