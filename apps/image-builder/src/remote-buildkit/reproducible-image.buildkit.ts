import { afterEach, expect, it } from '@jest/globals';
import type { Digest } from '@slipway/images';
import { startBuildkitd } from '../testing/buildkitd.ts';
import { dockerBuildRequest } from '../testing/docker-build-request.ts';
import { removeFolder, temporaryFolder } from '../testing/temporary-folder.ts';
import { BuildKitImageEngine } from './buildkit-image-engine.ts';
import { ImageStore } from './image-store.ts';

const folders: string[] = [];
afterEach(async () => {
  for (const folder of folders.splice(0)) await removeFolder(folder);
});

/** Builds the same files in a new folder by a new BuildKit. */
async function digestOfBuild(seconds: string): Promise<Digest> {
  const buildkit = await startBuildkitd();
  const Dockerfile = 'FROM scratch\nCOPY a /a\nCOPY deep /deep\nENV A=1\n';
  const folder = await temporaryFolder({ Dockerfile, a: '1', 'deep/run': '#!/bin/sh\n', 'deep/link': '-> ../a' });
  const images = await temporaryFolder();
  folders.push(folder, images);
  const settings = { folder: images, platform: 'linux/amd64', credentialsOf: () => Promise.resolve(undefined) };
  const engine = new BuildKitImageEngine({ place: { address: buildkit.address }, ...settings });
  try {
    const { id } = await engine.build(await dockerBuildRequest(folder, { args: { SOURCE_DATE_EPOCH: seconds } }));
    const image = await new ImageStore(images).find(id);
    if (image === undefined) throw new Error(`there is no '${id}'`);
    return image.manifest.digest;
  } finally {
    await buildkit.stop();
  }
}

// docs.docker.com, "Reproducible builds": BuildKit takes SOURCE_DATE_EPOCH for the times in an image.
it('is the same image, to the digest, in two places and at two times, for one commit', async () => {
  const first = await digestOfBuild('1772359200');
  expect(await digestOfBuild('1772359200')).toBe(first);
  expect(await digestOfBuild('1772359201')).not.toBe(first);
});
