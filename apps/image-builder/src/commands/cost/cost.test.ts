import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Digest } from '@slipway/images';
import type { InventoryImage } from '@slipway/lifecycle';
import { NOW, digestOf } from '../../cleanup/test-image.ts';
import type { CostReport } from '../../cost/cost-report.ts';
import { testSpecs, testWorld } from '../../testing/test-world.ts';
import type { World } from '../../world.ts';
import { costCommand } from './cost-command.ts';

const GIGABYTE = 2 ** 30;
const DAY = 86_400_000;
let setting: ReturnType<typeof testWorld>;
let images: InventoryImage[];

beforeEach(() => {
  setting = testWorld('/none');
  images = [];
});

/** Pushes an image of a config without bytes and layers of one gigabyte each. */
async function push(name: string, age: number, layers: readonly string[]): Promise<Digest> {
  const text = JSON.stringify({
    schemaVersion: 2,
    config: { mediaType: 'application/vnd.oci.image.config.v1+json', digest: digestOf(`${name} config`), size: 0 },
    layers: layers.map((layer) => ({ mediaType: 'x', digest: digestOf(layer), size: GIGABYTE })),
  });
  const digest = await setting.dev.putManifest(name, { mediaType: 'application/vnd.oci.image.manifest.v1+json', text });
  const pushedAt = new Date(NOW.getTime() - age * DAY);
  images.push({ digest, tags: name === 'untagged' ? [] : [name], pushedAt, sizeBytes: layers.length * GIGABYTE });
  setting.inventory.put('dev-region', 'shop/api', { images });
  return digest;
}

async function run(args: readonly string[], world: World = setting.world) {
  const printed: string[] = [];
  const command = costCommand({ print: (text) => printed.push(text), world: () => world });
  command.exitOverride().configureOutput({ writeErr: () => undefined });
  const failure: unknown = await command.parseAsync(['--env', 'dev', ...args], { from: 'user' }).then(
    () => undefined,
    (error: unknown) => error,
  );
  return { text: printed.join(''), failure };
}

/** In a region with a price. */
function priced(): World {
  const usual = { standard: 0.1, archive: 0.1 };
  return { ...setting.world, prices: { ...setting.world.prices, dollarsPerGigabyteMonth: { 'dev-region': usual } } };
}

async function report(...args: readonly string[]): Promise<CostReport> {
  return JSON.parse((await run(['--json', ...args], priced())).text) as CostReport;
}

describe('cost', () => {
  it('counts shared layers once, and says what the lifecycle of the spec saves', async () => {
    await push('v2', 1, ['base', 'two']);
    await push('v1', 2, ['base', 'one']);
    await push('untagged', 3, ['base', 'old']);
    const { repositories, totals } = await report();
    expect(repositories).toHaveLength(1);
    expect(repositories[0]).toMatchObject({
      repository: 'shop/api',
      stored: { images: 3, bytes: 4 * GIGABYTE },
      reportedBytes: 6 * GIGABYTE,
      afterLifecycle: { images: 2, bytes: 3 * GIGABYTE },
      unread: 0,
    });
    expect(totals.stored.dollarsPerMonth).toBeCloseTo(0.4);
    expect(totals.savedDollarsPerMonth).toBeCloseTo(0.1);
  });

  it('counts an image that is gone from the registry, and an archived one, as ECR reports them', async () => {
    setting.dev.remove(await push('v1', 1, ['base']));
    await push('v2', 1, ['base']);
    images.push({
      digest: digestOf('archived'),
      tags: ['v0'],
      pushedAt: NOW,
      sizeBytes: GIGABYTE,
      storageClass: 'archive',
    });
    expect((await report()).repositories[0]).toMatchObject({ unread: 2, stored: { bytes: 3 * GIGABYTE } });
  });

  it('gives no dollars for a region without a price', async () => {
    await push('v1', 1, ['base']);
    const { text } = await run([]);
    expect(text).toContain('price not known');
  });

  // Amazon Inspector's pricing page: $0.09 for an image at its push.
  it('adds enhanced scanning where the spec has it, for images of the last month', async () => {
    await push('v2', 29, ['a']);
    await push('v1', 31, ['b']);
    expect(await report()).not.toHaveProperty('scanning');
    const registries = testSpecs.dev.registries.map((registry) => ({
      ...registry,
      scanning: { type: 'enhanced', continuous: ['*'] } as const,
    }));
    const specs = { dev: { ...testSpecs.dev, registries } };
    const { text } = await run(['--json'], { ...priced(), specs });
    expect((JSON.parse(text) as CostReport).scanning).toEqual({ images: 1, dollarsPerMonth: 0.09 });
  });

  it('compares with others, by the seats that are given, and adds a transfer that is asked for', async () => {
    await push('v1', 1, ['base']);
    const { alternatives, transfer } = await report('--seats', '4', '--transfer-out', '10');
    expect(alternatives.find(({ name }) => name.startsWith('Docker Hub'))?.dollarsPerMonth).toBe(60);
    expect(transfer).toEqual({ gigabytes: 10, region: 'dev-region', basis: 'unchecked' });
  });

  it('prints tables for people', async () => {
    await push('v1', 1, ['base']);
    const { text } = await run([], priced());
    expect(text).toMatch(/│ dev-region │ shop\/api +│ +1 │ +1 GiB │ +1 GiB │ +\$0\.10 │/);
    expect((await run(['--markdown'], priced())).text).toMatch(/^## What images of dev cost/);
  });

  it('refuses wrong amounts, and the credentials of another account', async () => {
    expect(String((await run(['--seats', '0'])).failure)).toMatch(/'0' is no whole number/);
    expect(String((await run(['--transfer-out', 'much'])).failure)).toMatch(/'much' is no amount/);
    expect((await run(['--env', 'prod'])).failure).toMatchObject({ code: 'wrong-account' });
  });

  it('has nothing to say of an environment without repositories', async () => {
    expect((await run([])).text).toContain('There is no repository yet.');
  });
});
