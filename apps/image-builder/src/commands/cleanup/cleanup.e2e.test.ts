import { randomUUID } from 'node:crypto';
import { DeleteRepositoryCommand } from '@aws-sdk/client-ecr';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { EcrRegistry } from '@slipway/ecr-inventory';
import { ImagePusher, api, cloudVariables, testEnvironment } from '@slipway/ecr-inventory/testing';
import { EcrImageDeleter } from '../../cleanup/ecr-image-deleter.ts';
import { openServices } from '@slipway/deployments';
import { EcrDirectory } from '../../ecr/ecr-directory.ts';
import { HttpImageRegistry } from '../../registry/http-image-registry.ts';
import { removeFolder, temporaryFolder } from '../../testing/temporary-folder.ts';
import { testWorld } from '../../testing/test-world.ts';
import type { World } from '../../world.ts';
import { runCost } from '../cost/run-cost.ts';
import { runApply } from './run-apply.ts';
import { runCleanupPlan } from './run-cleanup.ts';

const DAY = 86_400_000;
const region = 'us-east-1';
const signal = new AbortController().signal;
const before = { ...process.env };
const name = `cleanup-test/${randomUUID()}`;
const digests = { newest: '', old: '', child: '', index: '', untagged: '' };
let pusher: ImagePusher;
let folder: string;
let world: World;

beforeAll(async () => {
  const variables = await cloudVariables('dev');
  Object.assign(process.env, variables);
  pusher = new ImagePusher(variables, region);
  folder = await temporaryFolder({ 'api/Dockerfile': 'FROM scratch\n' });
  world = await cloudWorld();
  await pusher.create(name);
});
afterAll(async () => {
  await pusher.client.send(new DeleteRepositoryCommand({ repositoryName: name, force: true }));
  pusher.client.destroy();
  await removeFolder(folder);
  process.env = before;
});

/** The local cloud's ECR, ECS and Lambda, forty days from now: ECR says itself when an image was pushed. */
async function cloudWorld(): Promise<World> {
  const inventory = new EcrRegistry(signal);
  const account = await inventory.account(region);
  const repositories = [{ ...api, name }];
  const registries = [{ region, scanning: { type: 'basic' }, repositories }] as const;
  return {
    ...testWorld(folder).world,
    specs: { e2e: { ...testEnvironment, name: 'e2e', account, region, registries } },
    inventory,
    deleter: new EcrImageDeleter(signal),
    deployments: (environment) => openServices(environment, signal),
    directory: new EcrDirectory(),
    openRegistry: (place) => new HttpImageRegistry(place),
    now: () => new Date(Date.now() + 40 * DAY),
  };
}

async function push(content: string, tags: readonly string[], children?: readonly string[]): Promise<string> {
  return pusher.push(name, { content, ...(children === undefined ? {} : { children }) }, tags);
}

const options = {
  environment: 'e2e',
  containers: [],
  repositories: [name],
  rules: { keep: 1, olderThanDays: 1 },
  without: [],
};
const there = async () =>
  ((await world.inventory.inventory({ account: '', region, name }))?.images ?? []).map(({ digest }) => digest);

describe('cleanup and cost, on the local cloud', () => {
  beforeEach(async () => {
    digests.child = await push('child', []);
    digests.index = await push('index', ['dev-1'], [digests.child]);
    digests.untagged = await push('untagged', []);
    digests.old = await push('old', ['v1']);
    // The registry tells the time of a push in seconds.
    await new Promise((resolve) => setTimeout(resolve, 1100));
    digests.newest = await push('newest', ['v2']);
  });

  it('plans, deletes exactly that, and has nothing to do the second time', async () => {
    const plan = await runCleanupPlan(options, world);
    const [part] = plan.repositories;
    expect(part?.go.map(({ digest }) => digest).sort()).toEqual([digests.old, digests.untagged].sort());
    const { repositories } = await runApply(plan, world);
    expect(repositories[0]).toMatchObject({ kept: [], gone: [] });
    expect((await there()).sort()).toEqual([digests.child, digests.index, digests.newest].sort());
    expect((await runApply(plan, world)).repositories[0]?.gone).toHaveLength(2);
  });

  it('deletes an index before its images', async () => {
    const plan = await runCleanupPlan({ ...options, rules: { keep: 0, olderThanDays: 1 } }, world);
    expect(plan.repositories[0]?.stay).toEqual([]);
    const { repositories } = await runApply(plan, world);
    const order = repositories[0]?.deleted ?? [];
    expect(order.indexOf(digests.index)).toBeLessThan(order.indexOf(digests.child));
    expect(await there()).toEqual([]);
  });

  it('refuses the whole plan once an image has got another tag', async () => {
    const plan = await runCleanupPlan(options, world);
    await push('old', ['keep-me']);
    await expect(runApply(plan, world)).rejects.toMatchObject({ code: 'plan-stale' });
    expect(await there()).toContain(digests.untagged);
  });

  it('counts the layers of every manifest', async () => {
    const { repositories } = await runCost({ environment: 'e2e', repositories: [], seats: 1 }, world);
    // A config `{"made":"..."}` and a layer of the content a hundred times: what ImagePusher pushes.
    const bytes = ['child', 'untagged', 'old', 'newest'].map((content) => 11 + content.length + content.length * 100);
    expect(repositories[0]?.stored.bytes).toBe(bytes.reduce((sum, each) => sum + each, 0));
    expect(repositories[0]?.unread).toBe(0);
  });
});
