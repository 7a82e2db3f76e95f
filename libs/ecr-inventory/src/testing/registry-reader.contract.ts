import { beforeAll, describe, expect, it } from '@jest/globals';
import type { InventoryImage } from '@slipway/lifecycle';
import type { RegistryReader } from '../registry-reader.ts';

/** An image to be pushed: its content makes its digest. */
export interface NewImage {
  readonly content: string;
  readonly tags: readonly string[];
  /** Digests of images that are there: it is an index of them. */
  readonly children?: readonly string[];
  /** Digest of an image that is there: it is a signature of that one. */
  readonly subject?: string;
}

export interface NewPolicies {
  readonly lifecyclePolicy?: string;
  readonly repositoryPolicy?: string;
}

/** A registry without repositories, and ways to fill it. */
export interface RegistrySetting {
  readonly reader: RegistryReader;
  readonly account: string;
  readonly region: string;
  readonly create: (name: string, policies: NewPolicies) => Promise<void>;
  /** @returns the digest */
  readonly push: (name: string, image: NewImage) => Promise<string>;
}

const LIFECYCLE = {
  rules: [
    {
      rulePriority: 1,
      description: 'one day, untagged',
      selection: { tagStatus: 'untagged', countType: 'sinceImagePushed', countUnit: 'days', countNumber: 1 },
      action: { type: 'expire' },
    },
  ],
};
const ACCESS = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: '*', Action: ['ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'] }],
};

/** What every registry reader does; run against the fake and against a real one. */
export function registryReaderContract(setting: () => RegistrySetting): void {
  describe('a registry reader', () => {
    readsImages(setting);
    readsPolicies(setting);

    it('knows whose registry it is', async () => {
      const { reader, account, region } = setting();
      expect(await reader.account(region)).toBe(account);
    });

    it('shows nothing of a repository that is not there', async () => {
      const { reader, account, region } = setting();
      const none = { account, region, name: 'none' };
      expect(await reader.inventory(none)).toBeUndefined();
      expect(await reader.lifecyclePolicy(none)).toBeUndefined();
      expect(await reader.repositoryPolicy(none)).toBeUndefined();
    });
  });
}

function readsImages(setting: () => RegistrySetting): void {
  const digests = { plain: '', moved: '', child: '', index: '', signature: '' };
  let images: readonly InventoryImage[] = [];

  beforeAll(async () => {
    const { reader, account, region, create, push } = setting();
    await create('shop/api', {});
    digests.moved = await push('shop/api', { content: 'old', tags: ['latest'] });
    digests.plain = await push('shop/api', { content: 'new', tags: ['v1', 'latest'] });
    digests.child = await push('shop/api', { content: 'arm', tags: [] });
    digests.index = await push('shop/api', { content: 'all', tags: ['v2'], children: [digests.child] });
    digests.signature = await push('shop/api', { content: 'signed', tags: [], subject: digests.plain });
    images = (await reader.inventory({ account, region, name: 'shop/api' }))?.images ?? [];
  });

  const image = (name: keyof typeof digests) => images.find(({ digest }) => digest === digests[name]);

  it('shows every image once, with its tags as they are now and its date of push', () => {
    expect(images.map(({ digest }) => digest).sort()).toEqual(Object.values(digests).sort());
    expect([...(image('plain')?.tags ?? [])].sort()).toEqual(['latest', 'v1']);
    expect(image('moved')?.tags).toEqual([]);
    for (const { pushedAt } of images) expect(pushedAt.getTime()).toBeGreaterThan(0);
  });

  it('shows sizes, the images of an index, and what a signature is about', () => {
    expect(image('plain')?.sizeBytes).toBeGreaterThan(0);
    expect(image('plain')).not.toHaveProperty('children');
    expect(image('index')?.children).toEqual([digests.child]);
    expect(image('signature')?.subject).toBe(digests.plain);
  });
}

function readsPolicies(setting: () => RegistrySetting): void {
  it('shows the policies in force', async () => {
    const { reader, account, region, create } = setting();
    const web = { account, region, name: 'web' };
    await create(web.name, { lifecyclePolicy: JSON.stringify(LIFECYCLE), repositoryPolicy: JSON.stringify(ACCESS) });
    expect(JSON.parse((await reader.lifecyclePolicy(web)) ?? '')).toEqual(LIFECYCLE);
    expect(JSON.parse((await reader.repositoryPolicy(web))?.text ?? '')).toEqual(ACCESS);
  });

  it('shows a repository without images and policies', async () => {
    const { reader, account, region, create } = setting();
    const empty = { account, region, name: 'empty' };
    await create(empty.name, {});
    expect(await reader.inventory(empty)).toEqual({ images: [], warnings: [] });
    expect(await reader.lifecyclePolicy(empty)).toBeUndefined();
    expect(await reader.repositoryPolicy(empty)).toEqual({ text: undefined });
  });
}
