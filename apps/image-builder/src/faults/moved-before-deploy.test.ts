import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Digest } from '@slipway/images';
import { runDeploy } from '../commands/deploy/run-deploy.ts';
import { recordRelease } from '../ledger/record-release.ts';
import { putDescribedImage } from '../testing/put-described-image.ts';
import { removeFolder, temporaryFolder } from '../testing/temporary-folder.ts';
import { testSpecs, testWorld } from '../testing/test-world.ts';
import { between } from './testing/between.ts';

const role = 'arn:aws:iam::111111111111:role/api';
const dev = { kind: 'eks', context: 'test', name: 'shop-api', serviceAccount: 'shop-api', role };
const options = { container: 'api', environment: 'dev', dryRun: false, timeoutSeconds: 60, recordDir: 'records' };
const PLANNED = /^deploy api/;
let folder: string;
beforeEach(async () => {
  folder = await temporaryFolder({ 'api/image.json': JSON.stringify({ deploy: { dev } }) });
});
afterEach(async () => {
  await removeFolder(folder);
});

async function released() {
  const setting = testWorld(folder);
  const release = async (letter: string): Promise<Digest> => {
    const { digest } = await putDescribedImage(setting.dev, { layers: [{ content: letter }] });
    await setting.dev.addTag(digest, 'dev-latest');
    const parts = { environment: testSpecs.dev, container: 'api', repository: 'shop/api', digest, tags: [] };
    await recordRelease(setting.world, { ...parts, action: 'publish' });
    return digest;
  };
  return { ...setting, release, first: await release('a') };
}

describe('a deployment whose image is another one by the time it is applied', () => {
  it.each([
    ['what is released', {}],
    ['what a tag names', { tag: 'dev-latest' }],
  ])('changes nothing: %s', async (_, choice) => {
    const { world, cluster, ledgers, release, first } = await released();
    const overtaken = between(world, PLANNED, () => release('b'));
    await expect(runDeploy({ ...options, ...choice }, overtaken)).rejects.toMatchObject({
      code: 'plan-stale',
      message: expect.stringContaining(first) as unknown,
    });
    expect(cluster.applies).toBe(0);
    const entries = await ledgers.dev.entries('api');
    expect(entries.map(({ action }) => action)).toEqual(['publish', 'publish']);
    expect(await runDeploy({ ...options, ...choice }, world)).toMatchObject({ digest: entries[1]?.digest });
  });

  it('goes on when the image was named by its digest', async () => {
    const { world, cluster, release, first } = await released();
    const overtaken = between(world, PLANNED, () => release('b'));
    expect(await runDeploy({ ...options, digest: first }, overtaken)).toMatchObject({ digest: first });
    expect(cluster.applies).toBe(1);
  });
});
