import { afterAll, afterEach, expect, it } from '@jest/globals';
import Docker from 'dockerode';
import { execa } from 'execa';
import { DockerImageEngine } from '../engine/docker-image-engine.ts';
import { TEST_LABEL, dockerBuildRequest } from '../testing/docker-build-request.ts';
import { removeImages } from '../testing/remove-images.ts';
import { removeFolder, temporaryFolder } from '../testing/temporary-folder.ts';

let folder = '';
afterEach(async () => {
  await removeFolder(folder);
});
afterAll(async () => {
  await removeImages(TEST_LABEL);
});

const files = {
  'a/temp.txt': '',
  'a/b/temp.txt': '',
  'm/a.x': '',
  'm/b.y': '',
  'deep/keep/one': '1',
  'deep/drop/two': '2',
  'src/x.pyc': '',
  'src/pkg/y.pyc': '',
  'src/pkg/y.py': '',
  'node_modules/z/index.js': '',
  'tool.sh': '#!/bin/sh\n',
  link: '-> src/pkg',
};

/** The docker command's own client is the authority on what belongs into a context. */
it.each([
  ['nested patterns', 'm/*.x\n*/temp*\n**/*.pyc\nnode_modules\n'],
  ['exceptions', 'deep\n!deep/keep\n**/y.*\n!src/pkg/y.py\n'],
  ['everything but', '*\n!src/pkg\n!tool.sh\n'],
  ['slashes, spaces and comments', '# m\n/m/\n  a/b  \n\n./src/x.pyc\n'],
])('takes into the image what the docker command takes: %s', async (_, patterns) => {
  folder = await temporaryFolder({ ...files, Dockerfile: 'FROM scratch\nCOPY . /\n', '.dockerignore': patterns });
  const engine = new DockerImageEngine(() => Promise.resolve(undefined), 'the engine of the test');
  const { id } = await engine.build(await dockerBuildRequest(folder));
  expect(withoutDockerfile(await filesIn(id))).toEqual(withoutDockerfile(await filesIn(await builtByCommand(folder))));
});

async function builtByCommand(context: string): Promise<string> {
  const { stdout } = await execa('docker', ['build', '-q', '--label', `${TEST_LABEL}=yes`, context], {
    env: { DOCKER_BUILDKIT: '0' },
  });
  return stdout;
}

async function filesIn(image: string): Promise<string[]> {
  const docker = new Docker();
  const container = await docker.createContainer({ Image: image, Cmd: ['none'] });
  try {
    const { stdout } = await execa('tar', ['-tf', '-'], { input: (await container.export()) as never });
    return stdout
      .split('\n')
      .map((path) => path.replace(/\/$/, ''))
      .filter((path) => !/^(?:\.dockerenv|dev|etc|proc|sys)(?:\/|$)/.test(path))
      .sort();
  } finally {
    await container.remove();
  }
}

/** The engine's API takes the Dockerfile from the context, so ours is there even when a pattern says otherwise. */
function withoutDockerfile(paths: readonly string[]): string[] {
  return paths.filter((path) => path !== 'Dockerfile' && path !== '.dockerignore');
}
