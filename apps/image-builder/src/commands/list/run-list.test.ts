import { MemoryRegistry } from '@slipway/ecr-inventory/testing';
import { renderMarkdown, renderTerminal } from '@slipway/cli';
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Digest, ReleaseEntry } from '@slipway/images';
import type { InventoryImage } from '@slipway/lifecycle';
import { testWorld } from '../../testing/test-world.ts';
import { formatList } from './format-list.ts';
import { runList } from './run-list.ts';

const digest = (digit: string): Digest => `sha256:${digit.repeat(64)}`;
/** The world's clock stands at 2026-03-02T00:00:00Z. */
const image = (digit: string, day: number, more: Partial<InventoryImage> = {}): InventoryImage => ({
  digest: digest(digit),
  tags: [`dev-${digit}`],
  pushedAt: new Date(Date.UTC(2026, 1, day)),
  sizeBytes: 1000,
  ...more,
});

let setting: ReturnType<typeof testWorld>;
let inventory: MemoryRegistry;
beforeEach(() => {
  setting = testWorld('/nowhere');
  inventory = new MemoryRegistry('111111111111');
});

function put(...images: readonly InventoryImage[]): void {
  inventory.put('dev-region', 'shop/api', { images });
}

async function list(more: Partial<Parameters<typeof runList>[0]> = {}) {
  const options = { containers: [], environment: 'dev', all: false, ...more };
  return runList(options, { ...setting.world, inventory });
}

async function first(more: Partial<Parameters<typeof runList>[0]> = {}) {
  const [repository] = (await list(more)).repositories;
  if (repository === undefined) throw new Error('no repository is listed');
  return repository;
}

async function release(more: Partial<ReleaseEntry>): Promise<void> {
  await setting.ledgers.dev.append({
    schemaVersion: 1,
    environment: 'dev',
    container: 'api',
    sequence: 1,
    action: 'publish',
    repository: 'shop/api',
    digest: digest('1'),
    tags: [],
    by: 'arn:aws:iam::111111111111:user/tester',
    at: '2026-02-20T00:00:00Z',
    ...more,
  });
}

describe('list', () => {
  it('shows every container where none is named, its newest image first', async () => {
    put(image('1', 1), image('2', 28, { lastPulledAt: new Date('2026-03-01T10:00:00Z') }));
    const { images, ...repository } = await first();
    expect(repository).toEqual({
      container: 'api',
      region: 'dev-region',
      repository: 'shop/api',
      untagged: { count: 0, bytes: 0 },
      warnings: [],
    });
    expect(images).toEqual([
      {
        digest: digest('2'),
        tags: ['dev-2'],
        pushedAt: '2026-02-28T00:00:00.000Z',
        ageDays: 2,
        bytes: 1000,
        lastPulledAt: '2026-03-01T10:00:00.000Z',
        platforms: 0,
        referrers: 0,
      },
      expect.objectContaining({ digest: digest('1'), ageDays: 29 }),
    ]);
  });

  it('counts the images of an index and what is attached with the image', async () => {
    const signature = `${digest('1').replace(':', '-')}.sig`;
    put(
      image('1', 1, { children: [digest('2'), digest('3')] }),
      image('2', 1, { tags: [] }),
      image('3', 1, { tags: ['dev-amd64'] }),
      image('4', 2, { tags: [], subject: digest('1') }),
      image('5', 2, { tags: [signature] }),
    );
    const { images, untagged } = await first();
    expect(images.map(({ digest: of, platforms, referrers }) => [of, platforms, referrers])).toEqual([
      [digest('1'), 2, 2],
      [digest('3'), 0, 0],
    ]);
    expect(untagged.count).toBe(0);
  });

  it('counts images without a tag, and lists them when all are wanted', async () => {
    put(image('1', 1, { tags: [] }), image('2', 2));
    expect(await first()).toMatchObject({ untagged: { count: 1, bytes: 1000 }, images: [{ digest: digest('2') }] });
    expect((await first({ all: true })).images).toHaveLength(2);
  });

  it('says which image was released and which is released now, also without a tag', async () => {
    put(image('1', 1, { tags: [] }), image('2', 2), image('3', 3));
    await release({ sequence: 1, digest: digest('2') });
    await release({ sequence: 2, digest: digest('1'), action: 'rollback' });
    await release({ sequence: 3, digest: digest('3'), action: 'test' });
    const { images } = await first();
    expect(images.map(({ released }) => released)).toEqual([
      undefined,
      { action: 'publish', sequence: 1, at: '2026-02-20T00:00:00Z', current: false },
      { action: 'rollback', sequence: 2, at: '2026-02-20T00:00:00Z', current: true },
    ]);
  });

  it('warns when the released image is gone', async () => {
    put(image('2', 2));
    await release({});
    expect((await first()).warnings).toEqual([
      `the image that was released last, '${digest('1')}', is not in the repository`,
    ]);
  });

  it('prints a table for people, and Markdown', async () => {
    put(image('1', 1, { tags: [] }), image('2', 28, { tags: ['1', '2', '3', '4', '5', '6', '7'] }));
    await release({ digest: digest('2') });
    const report = await list();
    const text = renderTerminal(formatList(report));
    expect(text).toContain('Images of api in dev: dev-region shop/api');
    expect(text).toMatch(/2026-02-28 00:00 │ 2 days │ +1 kB │ .*none recorded │ now, by publish 1/);
    expect(text).toContain('and 2 more');
    expect(text).toContain('Without a tag: 1 (1 kB); --all lists them.');
    expect(renderTerminal(formatList(await list({ all: true })))).not.toContain('--all');
    expect(renderMarkdown(formatList(report))).toContain('| digest | tags |');
    put(image('1', 1, { tags: [] }));
    expect(renderTerminal(formatList(await list()))).toContain('No image has a tag.');
    put();
    expect(renderTerminal(formatList(await list()))).toContain('There are no images.');
  });

  it('refuses another account, an unknown container and a repository that is not there', async () => {
    await expect(list()).rejects.toMatchObject({ code: 'repository-missing' });
    await expect(list({ containers: ['web'] })).rejects.toMatchObject({ code: 'unknown-container' });
    inventory = new MemoryRegistry('999999999999');
    await expect(list()).rejects.toMatchObject({ code: 'wrong-account' });
  });
});
