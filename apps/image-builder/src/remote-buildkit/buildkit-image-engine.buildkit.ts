import { join } from 'node:path';
import { afterAll, beforeAll } from '@jest/globals';
import { imageEngineContract } from '../engine/image-engine.contract.ts';
import { HttpImageRegistry } from '../registry/http-image-registry.ts';
import { startBuildkitd } from '../testing/buildkitd.ts';
import type { TestBuildkit } from '../testing/buildkitd.ts';
import { startDockerRegistry } from '../testing/docker-registry.ts';
import type { TestRegistry } from '../testing/docker-registry.ts';
import { removeFolder, temporaryFolder } from '../testing/temporary-folder.ts';
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
