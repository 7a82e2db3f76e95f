import { afterEach, expect, it } from '@jest/globals';
import { removeFolder, temporaryFolder } from '../testing/temporary-folder.ts';
import { testWorld } from '../testing/test-world.ts';
import { deployedImagesOf } from './deployed-images-of.ts';

const digest = `sha256:${'0a'.repeat(32)}` as const;
const label = `${digest.replace(':', '-')}-00000000`;
const place = { environment: 'prod', region: 'prod-region' };

let folder: string;
afterEach(async () => {
  await removeFolder(folder);
});

async function beanstalk(versionLabel: string | undefined) {
  const target = { kind: 'beanstalk', application: 'shop', environment: 'shop-prod', bucket: 'bundles' };
  folder = await temporaryFolder({ 'api/image.json': JSON.stringify({ deploy: { prod: target } }) });
  const { world, beanstalk: aws } = testWorld(folder);
  aws.current = { status: 'Ready', health: 'Green', versionLabel };
  const version = { description: `r/api@${digest}`, bucket: 'bundles', key: 'k', bundle: new Uint8Array() };
  await aws.createVersion('shop', { ...version, label });
  return (await deployedImagesOf(world.catalog.container('api'), place, world)).list();
}

it('reads the digest of the version that Elastic Beanstalk has', async () => {
  expect(await beanstalk(label)).toEqual([{ source: 'beanstalk', digest, reference: `r/api@${digest}` }]);
});

it("knows no digest of somebody else's version, and none before the first", async () => {
  expect(await beanstalk('by-hand')).toEqual([{ source: 'beanstalk', reference: 'by-hand' }]);
  expect(await beanstalk(undefined)).toEqual([]);
});

it('is empty where nothing is deployed', async () => {
  folder = await temporaryFolder();
  const { world } = testWorld(folder);
  expect(await (await deployedImagesOf(world.catalog.container('api'), place, world)).list()).toEqual([]);
});
