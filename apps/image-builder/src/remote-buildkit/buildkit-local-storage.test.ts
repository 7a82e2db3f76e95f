import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Digest } from '@slipway/images';
import { readContext } from '../context/read-context.ts';
import { localStorageContract } from '../engine/local-storage.contract.ts';
import { fakeBuildctl } from '../testing/fake-buildctl.ts';
import type { FakeBuildctl } from '../testing/fake-buildctl.ts';
import { removeFolder, temporaryFolder } from '../testing/temporary-folder.ts';
import { BuildKitImageEngine } from './buildkit-image-engine.ts';
import { BuildKitLocalStorage } from './buildkit-local-storage.ts';

const LABEL = 'test.storage';
let fake: FakeBuildctl;
let context: string;
let images: string;
beforeAll(async () => {
  fake = await fakeBuildctl();
  images = join(fake.folder, 'images');
  context = await temporaryFolder({ Dockerfile: 'FROM scratch\nCOPY a /a\n', a: '1' });
});
afterAll(async () => {
  await removeFolder(fake.folder);
  await removeFolder(context);
});

async function hold(names: readonly string[], value = 'held'): Promise<Digest> {
  const place = { address: 'tcp://buildkit.test:1234', program: fake.program };
  const credentialsOf = (): Promise<undefined> => Promise.resolve(undefined);
  const engine = new BuildKitImageEngine({ place, folder: images, platform: 'linux/amd64', credentialsOf });
  const { id } = await engine.build({
    name: names[0] ?? '',
    context: await readContext(context),
    args: {},
    labels: { [LABEL]: value },
    secrets: new Map(),
    onEvent: () => undefined,
    signal: new AbortController().signal,
  });
  for (const name of names) await engine.tag(id, name);
  return id;
}

localStorageContract(() => ({ storage: new BuildKitLocalStorage(images), label: LABEL, hold }));

it('removes the blobs of an image, and keeps those that another image has', async () => {
  const storage = new BuildKitLocalStorage(images);
  const [one, two] = [await hold(['shop/api:v1'], 'one'), await hold(['shop/api:v2'], 'two')];
  // a manifest and a config each, and the layer that they share
  expect(await readdir(join(images, 'blobs', 'sha256'))).toHaveLength(5);
  await storage.remove({ id: one, names: ['shop/api:v1'] });
  expect(await readdir(join(images, 'blobs', 'sha256'))).toHaveLength(3);
  await storage.remove({ id: two, names: ['shop/api:v2'] });
  expect(await readdir(join(images, 'blobs', 'sha256'))).toEqual([]);
});

it('keeps an image that has another name by now', async () => {
  const storage = new BuildKitLocalStorage(images);
  const id = await hold(['shop/api:v1', 'shop/api:v2']);
  await storage.remove({ id, names: ['shop/api:v1'] });
  expect(await storage.list(LABEL)).toMatchObject([{ id, names: ['shop/api:v2'] }]);
});
