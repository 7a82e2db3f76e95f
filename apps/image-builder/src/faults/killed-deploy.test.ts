import { afterEach, describe, expect, it } from '@jest/globals';
import type { Digest } from '@slipway/images';
import { runDeploy } from '../commands/deploy/run-deploy.ts';
import type { DeployOptions } from '../commands/deploy/run-deploy.ts';
import { recordRelease } from '../ledger/record-release.ts';
import { putDescribedImage } from '../testing/put-described-image.ts';
import { removeFolder, temporaryFolder } from '../testing/temporary-folder.ts';
import { testSpecs, testWorld } from '../testing/test-world.ts';
import type { World } from '../world.ts';
import { expectReadable } from './testing/expect-readable.ts';
import { killAtEveryStep } from './testing/kill-at-every-step.ts';

const role = 'arn:aws:iam::222222222222:role/api';
const targets = {
  eks: { kind: 'eks', context: 'test', name: 'shop-api', serviceAccount: 'shop-api', role },
  beanstalk: { kind: 'beanstalk', application: 'shop', environment: 'shop-prod', bucket: 'bundles' },
} as const;
const options: DeployOptions = {
  container: 'api',
  environment: 'prod',
  dryRun: false,
  timeoutSeconds: 60,
  recordDir: 'records',
};
let folder: string;
afterEach(async () => {
  await removeFolder(folder);
});

/** One image of prod is deployed; the next one is released. */
async function deployed() {
  const setting = testWorld(folder);
  const release = async (letter: string): Promise<Digest> => {
    const { digest } = await putDescribedImage(setting.prod, { tag: letter, layers: [{ content: letter }] });
    const parts = { environment: testSpecs.prod, container: 'api', repository: 'shop/api', digest, tags: [letter] };
    await recordRelease(setting.world, { ...parts, action: 'promote' });
    return digest;
  };
  await release('a');
  await deploy(setting.world);
  await release('b');
  return setting;
}

const deploy = (world: World) => runDeploy(options, world);

async function outcome({ cluster, beanstalk, ledgers }: Awaited<ReturnType<typeof deployed>>) {
  const { current, versions } = beanstalk;
  const entries = await ledgers.prod.entries('api');
  return { running: await cluster.current('shop-api'), current, versions: [...versions.keys()], entries };
}

describe('deploy, killed at every step,', () => {
  it.each(['eks', 'beanstalk'] as const)('is completed by the next run, in %s', async (kind) => {
    folder = await temporaryFolder({ 'api/image.json': JSON.stringify({ deploy: { prod: targets[kind] } }) });
    const steps = await killAtEveryStep({ prepare: deployed, run: deploy, always: expectReadable, outcome });
    expect(steps).toContain(kind === 'eks' ? 'cluster.apply' : 'beanstalk.update');
    expect(steps.at(-1)).toBe('ledger.append');
    expect(steps.length).toBeGreaterThan(9);
  });
});
