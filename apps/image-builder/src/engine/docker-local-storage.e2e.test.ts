import { randomUUID } from 'node:crypto';
import { afterAll, expect, it } from '@jest/globals';
import type { Digest } from '@slipway/images';
import Docker from 'dockerode';
import { readContext } from '../context/read-context.ts';
import { removeImages } from '../testing/remove-images.ts';
import { removeFolder, temporaryFolder } from '../testing/temporary-folder.ts';
import { DockerImageEngine } from './docker-image-engine.ts';
import { DockerLocalStorage } from './docker-local-storage.ts';
import { localStorageContract } from './local-storage.contract.ts';

const label = `dev.slipway.storage-${randomUUID()}`;
const storage = new DockerLocalStorage('the engine of the test');
const engine = new DockerImageEngine(() => Promise.resolve(undefined), 'the engine of the test');

afterAll(() => removeImages(label));

async function hold([name = '', ...others]: readonly string[]): Promise<Digest> {
  const folder = await temporaryFolder({ Dockerfile: 'FROM scratch\nCOPY a /a\nCMD ["/a"]\n', a: randomUUID() });
  const { id } = await engine.build({
    name,
    context: await readContext(folder),
    args: {},
    labels: { [label]: 'yes' },
    secrets: new Map(),
    onEvent: () => undefined,
    signal: new AbortController().signal,
  });
  for (const other of others) await engine.tag(id, other);
  await removeFolder(folder);
  return id;
}

localStorageContract(() => ({ storage, label, hold }));

it('keeps what a container uses, even one that does not run', async () => {
  const name = 'slipway-storage/used:v1';
  const id = await hold([name]);
  const container = await new Docker().createContainer({ Image: id });
  expect(await storage.remove({ id, names: [name] })).toBe(false);
  expect((await storage.list(label)).map((image) => image.id)).toEqual([id]);
  await container.remove();
  expect(await storage.remove({ id, names: [name] })).toBe(true);
});

it('says that no engine answers', async () => {
  const before = { ...process.env };
  process.env['DOCKER_HOST'] = 'unix:///nowhere/docker.sock';
  const nowhere = new DockerLocalStorage('unix:///nowhere/docker.sock');
  process.env = before;
  await expect(nowhere.list(label)).rejects.toMatchObject({ code: 'engine-unreachable' });
});
