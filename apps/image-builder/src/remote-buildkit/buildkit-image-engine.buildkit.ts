import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { imageEngineContract } from '../engine/image-engine.contract.ts';
import { HttpImageRegistry } from '../registry/http-image-registry.ts';
import { startBuildkitd } from '../testing/buildkitd.ts';
import type { TestBuildkit } from '../testing/buildkitd.ts';
import { dockerBuildRequest } from '../testing/docker-build-request.ts';
import { startDockerRegistry } from '../testing/docker-registry.ts';
import type { TestRegistry } from '../testing/docker-registry.ts';
import { removeFolder, temporaryFolder } from '../testing/temporary-folder.ts';
import { askWorkers } from './ask-workers.ts';
import { BuildKitImageEngine } from './buildkit-image-engine.ts';

let server: TestRegistry;
let buildkit: TestBuildkit;
let folder: string;
beforeAll(async () => {
  [server, buildkit, folder] = await Promise.all([startDockerRegistry(), startBuildkitd(), temporaryFolder()]);
});
afterAll(async () => {
  await Promise.all([server.stop(), buildkit.stop()]);
  await removeFolder(folder);
});

function openEngine(): BuildKitImageEngine {
  return new BuildKitImageEngine({
    place: { address: buildkit.address },
    folder: join(folder, 'images'),
    platform: 'linux/amd64',
    credentialsOf: (host) => Promise.resolve(host === server.host ? server.credentials : undefined),
  });
}

imageEngineContract(() => {
  const { credentials } = server;
  const uri = `${server.host}/slipway-contract/app`;
  const registry = new HttpImageRegistry({ uri, scheme: 'http:', account: '', region: '', credentials });
  return { engine: openEngine(), uri, credentials, registry };
});

it('builds on an image in a registry that wants a login, and says which image that is', async () => {
  const { host, credentials } = server;
  const uri = `${host}/slipway-base/tools`;
  const signal = new AbortController().signal;
  const context = await temporaryFolder({ Dockerfile: 'FROM scratch\nCOPY a /a\n', a: '1' });
  const above = await temporaryFolder({ Dockerfile: `FROM ${uri}:v1\nCOPY b /b\n`, b: '2' });
  try {
    const engine = openEngine();
    const base = await engine.build(await dockerBuildRequest(context, { name: `${uri}:v1` }));
    await engine.push({ uri, tag: 'v1', credentials, onLine: () => undefined, signal });
    expect(await engine.pull(`${uri}:v1`, signal)).toEqual({ id: base.id });
    const built = await engine.build(await dockerBuildRequest(above, { name: 'slipway-base/app:v1' }));
    expect((await engine.find(built.id))?.bytes).toBeGreaterThan((await engine.find(base.id))?.bytes ?? Infinity);
  } finally {
    await removeFolder(context);
    await removeFolder(above);
  }
});

it('says what it can build for, to the doctor', async () => {
  const { platforms } = await askWorkers({ address: buildkit.address }, 'linux/amd64')();
  expect(platforms).toContain('linux/amd64');
  await expect(askWorkers({ address: 'unix:///nowhere.sock' }, 'linux/amd64')()).rejects.toMatchObject({
    code: 'engine-unreachable',
  });
});
