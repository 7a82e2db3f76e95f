import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { InventoryImage } from '@slipway/lifecycle';
import type { CleanupPlan } from '../../cleanup/cleanup-plan.ts';
import { digestOf, testImage } from '../../cleanup/test-image.ts';
import { MemoryCluster } from '../../deploy/eks/memory-cluster.ts';
import { Failure } from '../../failure.ts';
import { removeFolder, temporaryFolder } from '../../testing/temporary-folder.ts';
import { testWorld } from '../../testing/test-world.ts';
import type { World } from '../../world.ts';
import { cleanupCommand } from './cleanup-command.ts';
import type { CleanupResult } from './cleanup-result.ts';

const address = { account: '111111111111', region: 'dev-region', name: 'shop/api' };
const newest = testImage('newest', { age: 2, tags: ['v3'] });
const old = testImage('old', { age: 30, tags: ['v1'] });
const index = testImage('index', { age: 40, tags: ['v0'], children: [digestOf('child')] });
const child = testImage('child', { age: 40 });
let folder: string;
let setting: ReturnType<typeof testWorld>;

beforeEach(async () => {
  folder = await temporaryFolder();
  setting = testWorld(folder);
  fill(newest, old, index, child);
});
afterEach(async () => {
  await removeFolder(folder);
});

function fill(...images: readonly InventoryImage[]): void {
  setting.inventory.put('dev-region', 'shop/api', { images });
}

async function run(args: readonly string[], world: World = setting.world) {
  const printed: string[] = [];
  const command = cleanupCommand({ print: (text) => printed.push(text), world: () => world });
  command.exitOverride().configureOutput({ writeErr: () => undefined });
  const failure: unknown = await command.parseAsync(args, { from: 'user' }).then(
    () => undefined,
    (error: unknown) => error,
  );
  return { text: printed.join(''), failure };
}

async function plan(...args: readonly string[]): Promise<CleanupPlan> {
  const { text } = await run(['--env', 'dev', '--keep', '1', '--json', ...args]);
  return JSON.parse(text) as CleanupPlan;
}

const file = (): string => join(folder, 'plan.json');

async function apply(world: World = setting.world) {
  const { text, failure } = await run(['--apply', file(), '--json'], world);
  return { failure, result: JSON.parse(text) as CleanupResult };
}

async function digests(): Promise<string[]> {
  return ((await setting.inventory.inventory(address))?.images ?? []).map(({ digest }) => digest).sort();
}

describe('cleanup', () => {
  it('plans, and deletes nothing', async () => {
    const { repositories, account, environment } = await plan();
    expect({ account, environment }).toEqual({ account: '111111111111', environment: 'dev' });
    const [api] = repositories;
    expect(api?.go.map(({ digest }) => digest)).toEqual([
      old.digest,
      ...[child, index].map(({ digest }) => digest).sort(),
    ]);
    expect(api?.stay.map(({ digest }) => digest)).toEqual([newest.digest]);
    expect(setting.deleter.calls).toEqual([]);
  });

  it('shows people what goes and stays, and why', async () => {
    const { text } = await run(['api', '--env', 'dev', '--keep', '1']);
    expect(text).toMatch(/goes .*v1.*superseded: not among the 1 newest of its line/);
    expect(text).toMatch(/stays .*v3.*among the 1 newest of line 'v'/);
    expect((await run(['--env', 'dev', '--markdown'])).text).toMatch(/^## Clean-up of dev/);
  });

  it('keeps what a service runs and what ledgers name, of every environment', async () => {
    setting.deployed.ecs.images = [{ source: 'ecs', reference: `registry.test/shop/api@${old.digest}` }];
    await setting.ledgers.prod.append({
      schemaVersion: 1,
      environment: 'prod',
      container: 'api',
      sequence: 1,
      action: 'promote',
      repository: 'shop/api',
      digest: digestOf('child'),
      tags: [],
      by: 'tester',
      at: '2026-03-01T00:00:00Z',
    });
    expect((await plan()).repositories[0]?.go).toEqual([]);
  });

  it('asks the cluster that image.json deploys to', async () => {
    const target = {
      kind: 'eks',
      context: 'dev',
      name: 'api',
      serviceAccount: 'api',
      role: 'arn:aws:iam::111111111111:role/api',
    };
    await mkdir(join(folder, 'api'));
    await writeFile(join(folder, 'api', 'image.json'), JSON.stringify({ deploy: { dev: target } }));
    const images = () => Promise.resolve([{ source: 'eks', reference: 'registry.test/shop/api:v1' }]);
    const cluster = Object.assign(new MemoryCluster(), { images });
    const { text } = await run(['--env', 'dev', '--keep', '1'], { ...setting.world, openCluster: () => cluster });
    expect(text).toMatch(/stays .*v1 .*in use: eks, registry\.test\/shop\/api:v1/);
  });

  it('leaves repositories of no container alone, unless they are named', async () => {
    setting.inventory.put('dev-region', 'tools', { images: [old] });
    expect((await plan()).repositories.map(({ repository }) => repository)).toEqual(['shop/api']);
    const named = await plan('--repository', 'tools');
    expect(named.repositories.map(({ repository }) => repository)).toEqual(['tools']);
  });

  it('has no plan when a source does not answer, and says how to go on without it', async () => {
    setting.deployed.lambda.failure = new Failure({ code: 'aws-failed', message: 'denied', fix: 'log in' });
    const { failure } = await run(['--env', 'dev']);
    expect(failure).toMatchObject({ code: 'aws-failed', fix: expect.stringContaining('--without lambda') as unknown });
    expect((await plan('--without', 'lambda')).without).toEqual(['lambda']);
  });

  it('knows the sources', async () => {
    const { failure } = await run(['--env', 'dev', '--without', 'nomad']);
    expect(failure).toMatchObject({
      code: 'configuration-invalid',
      fix: 'use one of: eks, beanstalk, ecs, lambda, ledger:dev, ledger:prod',
    });
  });

  it('refuses the credentials of another account', async () => {
    expect((await run(['--env', 'prod'])).failure).toMatchObject({ code: 'wrong-account' });
  });

  it.each([
    [['--env', 'dev', '--older-than', '0'], /whole number from 1/],
    [['--apply', 'plan.json', '--keep', '1'], /cannot be used with option/],
    [['--json', '--markdown'], /cannot be used with option/],
    [[], /no environment is named/],
    [['--apply', 'plan.json', '--dry-run'], /cannot be used with option/],
    [['--local', '--env', 'dev'], /cannot be used with option/],
    [['api', '--local'], /'api' and '--local' can't be given together/],
    [['--apply', 'plan.json', '--env', 'dev'], /cannot be used with option/],
  ])('refuses %j', async (args, words) => {
    expect(String((await run(args)).failure)).toMatch(words);
  });
});

describe('cleanup --apply', () => {
  it('deletes exactly the plan, lists before what they hold, and has nothing to do the second time', async () => {
    await plan('--out', file());
    const { result, failure } = await apply();
    expect(failure).toBeUndefined();
    expect(await digests()).toEqual([newest.digest]);
    expect(result.repositories[0]?.deleted.at(-1)).toBe(child.digest);
    const again = await apply();
    expect(again.result.repositories[0]).toMatchObject({ deleted: [], kept: [] });
    expect(again.result.repositories[0]?.gone).toHaveLength(3);
  });

  it.each<[string, () => void]>([
    [
      'got another tag',
      () => {
        fill(newest, { ...old, tags: ['v1', 'hotfix'] }, index, child);
      },
    ],
    [
      'was pushed again',
      () => {
        fill(newest, { ...old, pushedAt: setting.world.now() }, index, child);
      },
    ],
    [
      'is in a new list',
      () => {
        fill(newest, old, index, child, testImage('n', { age: 0, tags: ['v4'], children: [child.digest] }));
      },
    ],
    ['runs', () => (setting.deployed.ecs.images = [{ source: 'ecs', reference: 'x', digest: old.digest }])],
  ])('deletes nothing at all when one image %s since', async (_, change) => {
    await plan('--out', file());
    change();
    expect((await apply()).failure).toMatchObject({ code: 'plan-stale' });
    expect(setting.deleter.calls).toEqual([]);
  });

  it('finishes what an earlier run could not', async () => {
    await plan('--out', file());
    setting.deleter.refused.add(index.digest);
    const first = await apply();
    expect(first.failure).toMatchObject({
      code: 'clean-up-failed',
      message: expect.stringContaining('KmsError') as unknown,
    });
    expect(first.result.repositories[0]?.kept.map(({ code }) => code)).toEqual(['KmsError', 'not-tried']);
    expect(await digests()).toEqual([newest, index, child].map(({ digest }) => digest).sort());
    setting.deleter.refused.clear();
    expect((await apply()).failure).toBeUndefined();
    expect(await digests()).toEqual([newest.digest]);
  });

  it('finishes after it was ended in the middle', async () => {
    await plan('--out', file());
    const ending = new AbortController();
    const deleter = {
      delete: (...call: Parameters<World['deleter']['delete']>) => {
        ending.abort();
        return setting.deleter.delete(...call);
      },
    };
    const ended = await apply({ ...setting.world, deleter, signal: ending.signal });
    expect(ended.failure).toMatchObject({ code: 'interrupted' });
    expect(await digests()).toEqual([newest, child].map(({ digest }) => digest).sort());
    expect((await apply()).failure).toBeUndefined();
    expect(await digests()).toEqual([newest.digest]);
  });

  it('does no harm twice at once', async () => {
    await plan('--out', file());
    const both = await Promise.all([apply(), apply()]);
    expect(both.map(({ failure }) => failure)).toEqual([undefined, undefined]);
    expect(await digests()).toEqual([newest.digest]);
  });

  it.each([
    ['another account', { account: '999999999999' }],
    [
      'a repository elsewhere',
      { repositories: [{ region: 'r', repository: 'x', go: [decision()], stay: [], warnings: [] }] },
    ],
    ['another version', { schemaVersion: 2 }],
    [
      'a digest that is none',
      {
        repositories: [{ region: 'r', repository: 'x', go: [{ ...decision(), digest: 'v1' }], stay: [], warnings: [] }],
      },
    ],
  ])('refuses a plan of %s', async (_, change) => {
    const made = await plan('--out', file());
    await writeFile(file(), JSON.stringify({ ...made, ...change }));
    expect((await apply()).failure).toMatchObject({ code: 'plan-invalid' });
    expect(setting.deleter.calls).toEqual([]);
  });

  it('writes the plan that it prints', async () => {
    const made = await plan('--out', file());
    expect(JSON.parse(await readFile(file(), 'utf8'))).toEqual(made);
  });
});

function decision() {
  return { digest: digestOf('any'), tags: [], pushedAt: '2026-01-01T00:00:00.000Z', because: 'untagged' };
}
