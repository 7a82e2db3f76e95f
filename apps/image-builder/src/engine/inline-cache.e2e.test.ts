import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { TEST_LABEL, dockerBuildRequest } from '../testing/docker-build-request.ts';
import { startDockerRegistry } from '../testing/docker-registry.ts';
import type { TestRegistry } from '../testing/docker-registry.ts';
import { startOwnEngine } from '../testing/own-engine.ts';
import type { OwnEngine } from '../testing/own-engine.ts';
import { removeImages } from '../testing/remove-images.ts';
import { removeFolder, temporaryFolder } from '../testing/temporary-folder.ts';
import { DockerImageEngine } from './docker-image-engine.ts';

const MEGABYTES = 64;
let registry: TestRegistry;
let fresh: OwnEngine;
let folder: string;
beforeAll(async () => {
  const files = { Dockerfile: 'FROM scratch\nCOPY a /a\nCOPY b /b\n', a: String(Math.random()), b: '1' };
  [registry, fresh, folder] = await Promise.all([
    startDockerRegistry(),
    startOwnEngine(MEGABYTES),
    temporaryFolder(files),
  ]);
});
afterAll(async () => {
  await Promise.all([registry.stop(), fresh.stop(), removeFolder(folder)]);
  await removeImages(TEST_LABEL);
});

it('lets an engine that never built anything take the steps of an image that another one pushed', async () => {
  const { host, credentials } = registry;
  const uri = `${host}/slipway-test/inline`;
  const noLogins = (): Promise<undefined> => Promise.resolve(undefined);
  const engine = new DockerImageEngine(noLogins, 'the engine of the test');
  const first = await engine.build(await dockerBuildRequest(folder, { cache: { from: [], to: { type: 'inline' } } }));
  await engine.tag(first.id, `${uri}:v1`);
  const signal = new AbortController().signal;
  await engine.push({ uri, tag: 'v1', credentials, onLine: () => undefined, signal });
  const elsewhere = new DockerImageEngine(noLogins, fresh.host, { socketPath: fresh.host.replace('unix://', '') });
  const cache = { from: [`${uri}:v1`], logins: new Map([[host, credentials]]) };
  const second = await elsewhere.build(await dockerBuildRequest(folder, { cache }));
  expect(second.cachedSteps).toBeGreaterThanOrEqual(2);
});
