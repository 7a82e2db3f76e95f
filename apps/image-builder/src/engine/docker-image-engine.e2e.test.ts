import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { HttpImageRegistry } from '../registry/http-image-registry.ts';
import { startDockerRegistry } from '../testing/docker-registry.ts';
import { removeImages } from '../testing/remove-images.ts';
import type { TestRegistry } from '../testing/docker-registry.ts';
import { DockerImageEngine } from './docker-image-engine.ts';
import { imageEngineContract } from './image-engine.contract.ts';

const noLogins = (): Promise<undefined> => Promise.resolve(undefined);
const engine = new DockerImageEngine(noLogins, 'the engine of the test');
let server: TestRegistry;
beforeAll(async () => {
  server = await startDockerRegistry();
});
afterAll(async () => {
  await removeImages('dev.slipway.contract');
  await server.stop();
});

imageEngineContract(() => {
  const { credentials } = server;
  const uri = `${server.host}/slipway-contract/app`;
  const registry = new HttpImageRegistry({ uri, scheme: 'http:', account: '', region: '', credentials });
  return { engine, uri, credentials, registry };
});

it('pulls with a login what it pushed', async () => {
  const { host, credentials } = server;
  const name = `${host}/slipway-contract/app:contract`;
  const withLogin = new DockerImageEngine(
    (asked) => Promise.resolve(asked === host ? credentials : undefined),
    'the engine of the test',
  );
  const pulled = await withLogin.pull(name, new AbortController().signal);
  expect(pulled.labels).toEqual({ 'dev.slipway.contract': 'pushed' });
});
