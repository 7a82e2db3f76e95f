import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Digest } from '@slipway/images';
import { digestOfLabel } from '@slipway/deployments';
import { Failure } from '../../failure.ts';
import { removeFolder, temporaryFolder } from '../../testing/temporary-folder.ts';
import { PROD_URI, testWorld } from '../../testing/test-world.ts';
import type { DeployOptions } from './run-deploy.ts';
import { runDeploy } from './run-deploy.ts';

const eks = {
  kind: 'eks',
  context: 'test',
  name: 'shop-api',
  serviceAccount: 'shop-api',
  role: 'arn:aws:iam::222222222222:role/shop-api',
};
const beanstalk = { kind: 'beanstalk', application: 'shop', environment: 'shop-prod', bucket: 'bundles' };

let folder: string;
afterEach(async () => {
  await removeFolder(folder);
});

function setup() {
  const test = testWorld(folder);
  const image = (tag: string, id: string) => test.prod.put(tag, { imageId: `sha256:${id.repeat(64)}`, labels: {} });
  const digests = [image('v1', '1'), image('v2', '2')] as const;
  const deploy = (more: Partial<DeployOptions> = {}) =>
    runDeploy(
      { container: 'api', environment: 'prod', dryRun: false, timeoutSeconds: 60, recordDir: 'records', ...more },
      test.world,
    );
  const history = async () => (await test.ledgers.prod.entries('api')).map(({ action, digest }) => [action, digest]);
  return { ...test, digests, deploy, history };
}

function reference(digest: Digest): string {
  return `${PROD_URI}@${digest}`;
}

describe('runDeploy to EKS', () => {
  beforeEach(async () => {
    folder = await temporaryFolder({ 'api/image.json': JSON.stringify({ deploy: { prod: eks } }) });
  });

  it('rolls an image out and writes that into the ledger', async () => {
    const { cluster, deploy, digests, history } = setup();
    const report = await deploy({ tag: 'v1' });
    expect(report).toMatchObject({
      action: 'deploy',
      kind: 'eks',
      digest: digests[0],
      reference: reference(digests[0]),
    });
    expect(report).not.toHaveProperty('previous');
    expect(await cluster.current()).toMatchObject({ image: reference(digests[0]), isComplete: true });
    expect(await history()).toEqual([['deploy', digests[0]]]);
  });

  it('does nothing the second time', async () => {
    const { cluster, deploy, digests, history } = setup();
    await deploy({ tag: 'v1' });
    expect(await deploy({ digest: digests[0] })).toMatchObject({ action: 'keep', previous: reference(digests[0]) });
    expect(cluster.applies).toBe(1);
    expect(await history()).toHaveLength(1);
  });

  it('puts back what ran before when an image does not come up, and says why', async () => {
    const { cluster, deploy, digests, history } = setup();
    await deploy({ tag: 'v1' });
    cluster.broken.add(reference(digests[1]));
    await expect(deploy({ tag: 'v2' })).rejects.toMatchObject({
      code: 'deploy-failed',
      message: expect.stringMatching(/progress deadline[^]*CrashLoopBackOff[^]*revision 1 are back/) as unknown,
    });
    expect(await cluster.current()).toMatchObject({ image: reference(digests[0]), isComplete: true });
    expect(await history()).toEqual([['deploy', digests[0]]]);
  });

  it('leaves a first deployment that fails as it is', async () => {
    const { cluster, deploy, digests } = setup();
    cluster.broken.add(reference(digests[0]));
    await expect(deploy({ tag: 'v1' })).rejects.toThrow(/no earlier revision/);
    expect(cluster.undone).toEqual([]);
  });

  it('sees a rollout through that another run began', async () => {
    const { cluster, deploy, digests, history } = setup();
    await deploy({ tag: 'v1' });
    const wait = cluster.waitForRollout.bind(cluster);
    cluster.waitForRollout = () => Promise.reject(new Failure({ code: 'interrupted', message: 'x', fix: 'y' }));
    await expect(deploy({ tag: 'v2' })).rejects.toMatchObject({ code: 'interrupted' });
    cluster.waitForRollout = wait;
    expect(await deploy({ tag: 'v2' })).toMatchObject({ action: 'keep' });
    expect(await cluster.current()).toMatchObject({ image: reference(digests[1]), isComplete: true });
    expect(await history()).toEqual(digests.map((digest) => ['deploy', digest]));
  });

  it('goes back to what ran before the run that began the rollout and was ended', async () => {
    const { cluster, deploy, digests } = setup();
    await deploy({ tag: 'v1' });
    cluster.broken.add(reference(digests[1]));
    const wait = cluster.waitForRollout.bind(cluster);
    cluster.waitForRollout = () => Promise.reject(new Failure({ code: 'interrupted', message: 'x', fix: 'y' }));
    await expect(deploy({ tag: 'v2' })).rejects.toMatchObject({ code: 'interrupted' });
    cluster.waitForRollout = wait;
    await expect(deploy({ tag: 'v2' })).rejects.toMatchObject({ code: 'deploy-failed' });
    expect(cluster.undone).toEqual([1]);
  });

  it('changes nothing in a dry run', async () => {
    const { cluster, deploy, digests, history } = setup();
    const { files, diff, action } = await deploy({ tag: 'v1', dryRun: true });
    expect({ action, diff }).toEqual({ action: 'deploy', diff: '+ changed' });
    expect(files?.[0]?.text).toContain(`image: ${reference(digests[0])}`);
    expect(cluster.applies).toBe(0);
    expect(await history()).toEqual([]);
  });

  it('takes what was released last, and not what was deployed last', async () => {
    const { deploy, digests, ledgers } = setup();
    const entry = {
      schemaVersion: 1,
      environment: 'prod',
      container: 'api',
      repository: 'shop/api',
      tags: [],
      by: 'x',
    } as const;
    const at = '2026-03-01T00:00:00Z';
    await ledgers.prod.append({ ...entry, at, sequence: 1, action: 'promote', digest: digests[1] });
    await ledgers.prod.append({ ...entry, at, sequence: 2, action: 'deploy', digest: digests[0] });
    expect((await deploy()).digest).toBe(digests[1]);
  });

  it('wants to be told which image when nothing was released', async () => {
    await expect(setup().deploy()).rejects.toMatchObject({
      code: 'image-missing',
      fix: expect.stringContaining('--tag') as unknown,
    });
  });

  it('refuses an image that the registry of the environment does not hold', async () => {
    const { cluster, dev, deploy } = setup();
    const elsewhere = dev.put('dev-1', { imageId: `sha256:${'3'.repeat(64)}`, labels: {} });
    await expect(deploy({ digest: elsewhere })).rejects.toMatchObject({
      code: 'image-missing',
      message: `'${PROD_URI}' holds no image '${elsewhere}'`,
    });
    expect(cluster.applies).toBe(0);
  });

  it('refuses what is no digest', async () => {
    await expect(setup().deploy({ digest: 'sha256:1' })).rejects.toMatchObject({ code: 'image-missing' });
  });

  it('refuses an environment that it is not deployed in', async () => {
    await expect(setup().deploy({ environment: 'dev' })).rejects.toMatchObject({
      code: 'configuration-invalid',
      message: "'api/image.json' doesn't say where 'api' is deployed in 'dev'",
    });
  });
});

it('refuses a role of another account', async () => {
  const role = 'arn:aws:iam::111111111111:role/shop-api';
  folder = await temporaryFolder({ 'api/image.json': JSON.stringify({ deploy: { prod: { ...eks, role } } }) });
  await expect(setup().deploy({ tag: 'v1' })).rejects.toMatchObject({ code: 'configuration-invalid' });
});

describe('runDeploy to Elastic Beanstalk', () => {
  beforeEach(async () => {
    folder = await temporaryFolder({ 'api/image.json': JSON.stringify({ deploy: { prod: beanstalk } }) });
  });

  it('makes a version of the image and deploys it', async () => {
    const { beanstalk: aws, deploy, digests, history } = setup();
    const report = await deploy({ tag: 'v1' });
    expect(report).toMatchObject({ kind: 'beanstalk', action: 'deploy' });
    const [label = ''] = aws.updates;
    expect(digestOfLabel(label)).toBe(digests[0]);
    expect(aws.versions.get(label)).toMatchObject({
      description: reference(digests[0]),
      key: `slipway/shop/${label}.zip`,
    });
    expect(aws.current).toEqual({ status: 'Ready', health: 'Green', versionLabel: label });
    expect(await history()).toEqual([['deploy', digests[0]]]);
  });

  it('does nothing the second time', async () => {
    const { beanstalk: aws, deploy } = setup();
    await deploy({ tag: 'v1' });
    expect(await deploy({ tag: 'v1' })).toMatchObject({ action: 'keep' });
    expect(aws.updates).toHaveLength(1);
  });

  it('waits for the update of a run that was ended, and completes it', async () => {
    const { beanstalk: aws, deploy, digests, history } = setup();
    await deploy({ tag: 'v1' });
    const pause = aws.pause.bind(aws);
    aws.pause = () => Promise.reject(new Failure({ code: 'interrupted', message: 'x', fix: 'y' }));
    await expect(deploy({ tag: 'v2' })).rejects.toMatchObject({ code: 'interrupted' });
    expect(aws.current.status).toBe('Updating');
    aws.pause = pause;
    expect(await deploy({ tag: 'v2' })).toMatchObject({ action: 'keep' });
    expect(aws.updates).toHaveLength(2);
    expect(await history()).toEqual(digests.map((digest) => ['deploy', digest]));
  });

  it('puts the version before back when the environment does not get green in time', async () => {
    const { world, beanstalk: aws, deploy, digests } = setup();
    await deploy({ tag: 'v1' });
    const [good = ''] = aws.updates;
    const update = aws.update.bind(aws);
    aws.update = (application, environment, label) => {
      if (digestOfLabel(label) === digests[1]) aws.broken.add(label);
      return update(application, environment, label);
    };
    let minutes = 0;
    const now = () => new Date(Date.UTC(2026, 2, 2, 0, (minutes += 1)));
    const failing = runDeploy(
      { container: 'api', environment: 'prod', tag: 'v2', dryRun: false, timeoutSeconds: 300, recordDir: 'records' },
      { ...world, now },
    );
    await expect(failing).rejects.toMatchObject({
      code: 'deploy-failed',
      message: expect.stringMatching(
        /'Ready' and 'Red' after 300 s\n {2}ERROR: the container ended\n[^]*is back/,
      ) as unknown,
    });
    expect(aws.updates.at(-1)).toBe(good);
    expect(aws.current).toEqual({ status: 'Ready', health: 'Green', versionLabel: good });
  });

  it('goes back to the image that the ledger calls deployed, when the run that replaced it was ended', async () => {
    const { world, beanstalk: aws, deploy, digests } = setup();
    await deploy({ tag: 'v1' });
    const pause = aws.pause.bind(aws);
    aws.pause = () => Promise.reject(new Failure({ code: 'interrupted', message: 'x', fix: 'y' }));
    await expect(deploy({ tag: 'v2' })).rejects.toMatchObject({ code: 'interrupted' });
    aws.pause = pause;
    aws.broken.add(aws.updates.at(-1) ?? '');
    let minutes = 0;
    const now = () => new Date(Date.UTC(2026, 2, 2, 0, (minutes += 1)));
    const again = { container: 'api', environment: 'prod', tag: 'v2', dryRun: false, recordDir: 'records' };
    await expect(runDeploy({ ...again, timeoutSeconds: 300 }, { ...world, now })).rejects.toThrow(/is back/);
    expect(digestOfLabel(aws.current.versionLabel ?? '')).toBe(digests[0]);
  });

  it('shows the compose file in a dry run, and makes nothing', async () => {
    const { beanstalk: aws, deploy, digests } = setup();
    const { files } = await deploy({ tag: 'v1', dryRun: true });
    expect(files?.[0]).toMatchObject({
      name: 'docker-compose.yml',
      text: expect.stringContaining(digests[0]) as unknown,
    });
    expect([aws.versions.size, aws.updates.length]).toEqual([0, 0]);
  });
});
