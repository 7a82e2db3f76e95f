import { beforeEach, describe, expect, it } from '@jest/globals';
import type { EksTarget } from '@slipway/deployments';
import { eksTargetSchema } from '@slipway/deployments';
import type { Cluster, RolloutResult } from './cluster.ts';
import { eksManifests } from './eks-manifests.ts';
import type { Manifest } from './manifest.ts';

export interface ClusterSetting {
  /** A namespace that holds nothing yet. */
  readonly cluster: Cluster;
  /** Address of an image whose pods never become ready. */
  readonly broken: string;
}

const target: EksTarget = eksTargetSchema.parse({
  kind: 'eks',
  context: 'shop',
  name: 'shop-api',
  serviceAccount: 'shop-api-sa',
  role: 'arn:aws:iam::111111111111:role/shop-api',
});
const [first, second] = ['1', '2'].map((digit) => `registry.test/api@sha256:${digit.repeat(64)}`) as [string, string];
const SECONDS = 60;

/** What every cluster does; run against the fake and against kubectl. */
export function clusterContract(open: () => Promise<ClusterSetting>): void {
  describe('a cluster', () => {
    let setting: ClusterSetting;
    beforeEach(async () => {
      setting = await open();
    });
    deployments(() => setting);
    failedRollouts(() => setting);
  });
}

function deployments(setting: () => ClusterSetting): void {
  it('runs nothing at first', async () => {
    const { cluster } = setting();
    expect(await cluster.current(target.name)).toBeUndefined();
    expect(await cluster.images()).toEqual([]);
    expect(await cluster.diff(manifestsOf(first))).not.toBe('');
  });

  it('runs what was applied, and has nothing to change then', async () => {
    const { cluster } = setting();
    expect(await deploy(cluster, first)).toEqual({ done: true });
    const running = { image: first, revision: 1, isComplete: true, goodRevision: 1 };
    expect(await cluster.current(target.name)).toEqual(running);
    expect(await cluster.current('another')).toBeUndefined();
    expect(await cluster.diff(manifestsOf(first))).toBe('');
    expect(await cluster.diff(manifestsOf(second))).not.toBe('');
  });

  it('makes no revision of what is there already', async () => {
    const { cluster } = setting();
    await deploy(cluster, first);
    expect(await deploy(cluster, first)).toEqual({ done: true });
    expect(await cluster.current(target.name)).toMatchObject({ image: first, revision: 1 });
  });

  it('lists the images that run, and those that it could go back to, by their digests', async () => {
    const { cluster } = setting();
    await deploy(cluster, first);
    await deploy(cluster, second);
    const images = await cluster.images();
    expect(new Set(images.map(({ reference }) => reference))).toEqual(new Set([first, second]));
    for (const { source, reference, digest } of images)
      expect({ source, digest }).toEqual({ source: 'eks', digest: reference.split('@')[1] });
  });
}

function failedRollouts(setting: () => ClusterSetting): void {
  it('is not complete before the rollout is, and knows what it could go back to', async () => {
    const { cluster, broken } = setting();
    await deploy(cluster, first);
    await cluster.apply(manifestsOf(broken));
    const running = { image: broken, revision: 2, isComplete: false, goodRevision: 1 };
    expect(await cluster.current(target.name)).toEqual(running);
  });

  it('says that a rollout failed, and why; going back makes a new revision of the old one', async () => {
    const { cluster, broken } = setting();
    await deploy(cluster, first);
    expect(await deploy(cluster, broken)).toEqual({ done: false, reason: expect.stringMatching(/./) as unknown });
    expect(await cluster.problems(target.name)).not.toEqual([]);
    await cluster.undo(target.name, 1);
    expect(await cluster.waitForRollout(target.name, SECONDS)).toEqual({ done: true });
    const running = { image: first, revision: 3, isComplete: true, goodRevision: 3 };
    expect(await cluster.current(target.name)).toEqual(running);
  });
}

function manifestsOf(image: string): Manifest[] {
  return eksManifests(target, image);
}

async function deploy(cluster: Cluster, image: string): Promise<RolloutResult> {
  await cluster.apply(manifestsOf(image));
  return cluster.waitForRollout(target.name, SECONDS);
}
