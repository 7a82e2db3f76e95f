import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { startDockerRegistry } from '../testing/docker-registry.ts';
import type { TestRegistry } from '../testing/docker-registry.ts';
import { putImage, sha256 } from '../testing/oci-parts.ts';
import { mountSmallDisk } from '../testing/small-disk.ts';
import type { SmallDisk } from '../testing/small-disk.ts';
import { removeFolder, temporaryFolder } from '../testing/temporary-folder.ts';
import { HttpImageRegistry } from './http-image-registry.ts';

let folder: string;
let disk: SmallDisk;
let server: TestRegistry;
beforeAll(async () => {
  folder = await temporaryFolder();
  disk = await mountSmallDisk(join(folder, 'data'), 2);
  server = await startDockerRegistry(join(folder, 'data'));
});
afterAll(async () => {
  await server.stop();
  await disk.unmount();
  await removeFolder(folder);
});

it('fails when the disk of the registry is full, holds no half of a layer, and is green when there is room', async () => {
  const { credentials, host } = server;
  const place = { uri: `${host}/full/api`, scheme: 'http:', account: '111111111111', region: 'us-east-1' } as const;
  const registry = new HttpImageRegistry({ ...place, credentials }, { wait: () => Promise.resolve() });
  const layer = randomBytes(5_000_000);
  await expect(putImage(registry, [layer])).rejects.toMatchObject({ code: 'registry-failed' });
  expect(await registry.hasBlob(sha256(layer))).toBe(false);

  await disk.resize(20);
  const { digest } = await putImage(registry, [layer]);
  expect(await registry.digestOf(digest)).toBe(digest);
});
