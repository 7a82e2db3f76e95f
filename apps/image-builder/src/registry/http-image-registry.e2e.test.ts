import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { RepositoryPlace } from '../ecr/repository-directory.ts';
import { startDockerRegistry } from '../testing/docker-registry.ts';
import type { TestRegistry } from '../testing/docker-registry.ts';
import { pushTinyImage } from '../testing/push-tiny-image.ts';
import { HttpImageRegistry } from './http-image-registry.ts';
import { imageRegistryContract } from './image-registry.contract.ts';

let server: TestRegistry;
let place: RepositoryPlace;
beforeAll(async () => {
  server = await startDockerRegistry();
  const uri = `${server.host}/shop/api`;
  place = { uri, scheme: 'http:', account: '111111111111', region: 'us-east-1', credentials: server.credentials };
});
afterAll(async () => {
  await server.stop();
});

imageRegistryContract(() => ({
  registry: new HttpImageRegistry(place),
  neighbour: {
    name: 'shop/web',
    registry: new HttpImageRegistry({ ...place, uri: `${server.host}/shop/web` }),
  },
  put: (tag, labels) =>
    pushTinyImage({ url: `http://${server.host}/v2/shop/api`, credentials: server.credentials, tag, labels }),
}));

it('says that a login is refused', async () => {
  const credentials = { username: 'AWS', password: 'wrong' };
  await expect(new HttpImageRegistry({ ...place, credentials }).find('v1')).rejects.toMatchObject({
    code: 'registry-denied',
  });
});

it('says that a registry does not answer', async () => {
  const nowhere = new HttpImageRegistry({ ...place, uri: '127.0.0.1:1/shop/api' });
  await expect(nowhere.find('v1')).rejects.toMatchObject({ code: 'registry-unreachable' });
});
