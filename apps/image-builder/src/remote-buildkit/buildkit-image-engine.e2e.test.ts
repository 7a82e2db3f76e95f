import { join } from 'node:path';
import { afterAll, beforeAll } from '@jest/globals';
import { imageEngineContract } from '../engine/image-engine.contract.ts';
import { HttpImageRegistry } from '../registry/http-image-registry.ts';
import { startDockerRegistry } from '../testing/docker-registry.ts';
import type { TestRegistry } from '../testing/docker-registry.ts';
import { fakeBuildctl } from '../testing/fake-buildctl.ts';
import type { FakeBuildctl } from '../testing/fake-buildctl.ts';
import { removeFolder } from '../testing/temporary-folder.ts';
import { BuildKitImageEngine } from './buildkit-image-engine.ts';

let server: TestRegistry;
let fake: FakeBuildctl;
beforeAll(async () => {
  [server, fake] = await Promise.all([startDockerRegistry(), fakeBuildctl()]);
});
afterAll(async () => {
  await server.stop();
  await removeFolder(fake.folder);
});

// A real registry behind a scripted buildctl; `nx e2e-buildkit image-builder` runs the same with a real BuildKit.
imageEngineContract(() => {
  const { credentials } = server;
  const uri = `${server.host}/slipway-contract/app`;
  const engine = new BuildKitImageEngine({
    place: { address: 'tcp://buildkit.test:1234', program: fake.program },
    folder: join(fake.folder, 'images'),
    platform: 'linux/amd64',
    credentialsOf: (host) => Promise.resolve(host === server.host ? credentials : undefined),
  });
  const registry = new HttpImageRegistry({ uri, scheme: 'http:', account: '', region: '', credentials });
  return { engine, uri, credentials, registry };
});
