import { describe, expect, it } from '@jest/globals';
import { renderPolicy } from '@slipway/lifecycle';
import { ACCOUNT, OTHER_ACCOUNT, api } from '@slipway/ecr-inventory/testing';
import { runProgram } from '../../testing/run-program.ts';
import { digestOf, GIGABYTE, testImage } from '../../testing/test-image.ts';
import { NOW, testWorld } from '../../testing/test-world.ts';
import type { World } from '../../world.ts';
import type { LifecyclePreview, PresentRepository } from './lifecycle-preview.ts';

/** `shop/api` keeps the newest two of `v*` and untagged images for a day. */
const images = [
  testImage('v1', { age: 30, tags: ['v1'] }),
  testImage('v2', { age: 20, tags: ['v2'] }),
  testImage('v3', { age: 10, tags: ['v3', 'v3-abc'] }),
  testImage('left', { age: 5 }),
  testImage('fresh', { age: 0.5 }),
  testImage('other', { age: 400, tags: ['other'] }),
];
const inForce = renderPolicy(api.lifecycle);

async function preview(args: readonly string[], world: World): Promise<LifecyclePreview> {
  const { printed } = await runProgram(['lifecycle-preview', 'test', '--json', ...args], world);
  return JSON.parse(printed) as LifecyclePreview;
}

async function onlyRepository(args: readonly string[], world: World): Promise<PresentRepository> {
  const { repositories } = await preview(args, world);
  const [repository] = repositories.filter((each) => each.state === 'present');
  if (repository === undefined) throw new Error('no repository is there');
  return repository;
}

function filled(more: { readonly lifecyclePolicy?: string } = { lifecyclePolicy: inForce }) {
  const { world, registry, progress } = testWorld();
  registry.put('us-east-1', 'shop/api', { images, ...more });
  return { world, registry, progress };
}

describe('registry-report lifecycle-preview', () => {
  it('shows by rule what expires now and what within the days, with sizes and money', async () => {
    const { effects } = await onlyRepository([], filled().world);
    expect(
      effects.map(({ rule, action, when, images: count, bytes }) => [rule.priority, action, when, count, bytes]),
    ).toEqual([
      [1, 'expire', 'now', 1, GIGABYTE],
      [2, 'expire', 'now', 1, GIGABYTE],
      [2, 'expire', 'later', 1, GIGABYTE],
    ]);
    expect(effects[0]?.dollarsPerMonth).toBeCloseTo(0.1);
    expect(effects[0]?.rule.description).toBe('keep the newest 2 tagged v*');
  });

  it('looks no further ahead than asked', async () => {
    const { effects } = await onlyRepository(['--days', '0'], filled().world);
    expect(effects.map(({ when }) => when)).toEqual(['now', 'now']);
  });

  it('adds everything up, and says what the prices are', async () => {
    const { totals, at, days, prices } = await preview([], filled().world);
    expect([at, days]).toEqual([NOW.toISOString(), 30]);
    expect(totals).toMatchObject({
      stored: { images: 6, bytes: 6 * GIGABYTE },
      expired: { images: 3, bytes: 3 * GIGABYTE },
      archived: { images: 0, bytes: 0 },
    });
    expect(totals.stored.dollarsPerMonth).toBeCloseTo(0.6);
    expect(prices.source).toContain('aws.amazon.com');
  });

  it('lists every image with tags, age, rule and reason where details are asked for', async () => {
    const repository = await onlyRepository(['--details'], filled().world);
    const byDigest = new Map(repository.images?.map((image) => [image.digest, image]));
    expect(byDigest.size).toBe(images.length);
    expect(byDigest.get(digestOf('v1'))).toMatchObject({
      tags: ['v1'],
      ageDays: 30,
      fate: 'expired',
      inDays: 0,
      rule: { priority: 1 },
    });
    expect(byDigest.get(digestOf('fresh'))).toMatchObject({
      tags: [],
      ageDays: 0,
      fate: 'expired',
      inDays: 1,
      rule: { priority: 2 },
    });
    const kept = byDigest.get(digestOf('other'));
    expect(kept).toMatchObject({ fate: 'kept', because: 'no rule is about it' });
    expect(kept).not.toHaveProperty('inDays');
    expect(await onlyRepository([], filled().world)).not.toHaveProperty('images');
  });

  it('counts an index for nothing: its images are there on their own', async () => {
    const { world, registry } = testWorld();
    const index = testImage('index', { age: 1, tags: ['v1'], children: [digestOf('arm')] });
    registry.put('us-east-1', 'shop/api', { images: [index, testImage('arm', { age: 1 })] });
    expect((await onlyRepository([], world)).stored).toMatchObject({ images: 2, bytes: GIGABYTE });
  });

  it('says which repositories are not there yet, which is no failure', async () => {
    const { printed, failure } = await runProgram(['lifecycle-preview', 'test'], testWorld().world);
    expect(failure).toBeUndefined();
    expect(printed).toContain(
      'Not there yet: us-east-1 shop/api, us-east-1 tools, us-west-2 shop/api, us-west-2 tools.',
    );
  });

  it('passes on what could not be read, and what AWS leaves open', async () => {
    const { world, registry } = testWorld();
    const signed = [testImage('v1', { age: 3, tags: ['v1'] }), testImage('sig', { age: 3, subject: digestOf('v1') })];
    registry.put('us-east-1', 'shop/api', { images: signed, warnings: ['the manifest is gone'] });
    expect((await onlyRepository([], world)).warnings).toEqual(['the manifest is gone']);
    expect((await runProgram(['lifecycle-preview', 'test'], world)).printed).toContain(
      'us-east-1 shop/api: the manifest is gone',
    );
  });

  it('refuses credentials of another account', async () => {
    const { failure } = await runProgram(['lifecycle-preview', 'test'], testWorld({ account: OTHER_ACCOUNT }).world);
    expect(failure?.code).toBe('wrong-account');
    expect(failure?.message).toContain(`the environment 'test' is account '${ACCOUNT}'`);
  });

  it('shows its progress apart from the report', async () => {
    const { world, progress } = filled();
    await runProgram(['lifecycle-preview', 'test', '--repository', 'shop/api'], world);
    expect(progress.lines).toEqual([
      'read the images of test',
      '  us-west-2 shop/api: not there',
      '  us-east-1 shop/api: 6 images',
    ]);
  });
});

describe('the policy in force', () => {
  it('is the same where it means the same, whatever its descriptions', async () => {
    const { rules } = JSON.parse(inForce) as { rules: object[] };
    const lifecyclePolicy = JSON.stringify({ rules: rules.map((rule) => ({ ...rule, description: 'x' })) });
    const { change } = await onlyRepository([], filled({ lifecyclePolicy }).world);
    expect(change).toEqual({ inForce: 'same', rules: [], newlyExpired: [], newlyKept: [] });
  });

  it('is missing: everything that expires is newly expired', async () => {
    const { change } = await onlyRepository([], filled({}).world);
    expect(change.inForce).toBe('none');
    expect(change.newlyExpired.map(({ digest }) => digest).sort()).toEqual(
      ['fresh', 'left', 'v1'].map(digestOf).sort(),
    );
  });

  it('differs: what is newly expired, what is newly kept, and the rules in words', async () => {
    const rule = {
      rulePriority: 1,
      selection: {
        tagStatus: 'tagged',
        tagPrefixList: ['other'],
        countType: 'sinceImagePushed',
        countUnit: 'days',
        countNumber: 9,
      },
      action: { type: 'expire' },
    };
    const { world } = filled({ lifecyclePolicy: JSON.stringify({ rules: [rule] }) });
    const { change } = await onlyRepository([], world);
    expect(change).toMatchObject({ inForce: 'different', newlyKept: [{ digest: digestOf('other'), tags: ['other'] }] });
    expect(change.newlyExpired).toHaveLength(3);
    expect(change.rules.map(({ change: kind }) => kind)).toEqual(['removed', 'added', 'added']);
    const { printed } = await runProgram(['lifecycle-preview', 'test'], world);
    expect(printed).toContain('- rule removed: expire tagged other* 9 days after the push');
    expect(printed).toContain('- 1 newly kept: other');
  });

  it('is not understood: that is said, and nothing is compared', async () => {
    const { world } = filled({ lifecyclePolicy: '{"rules":[{"rulePriority":"one"}]}' });
    const { change, losses } = await onlyRepository([], world);
    expect(change).toMatchObject({ inForce: 'unreadable', rules: [], newlyExpired: [], newlyKept: [] });
    expect(change.problems?.length).toBeGreaterThan(0);
    expect(losses['newly-expired']).toBe(3);
  });

  it('of a replica that ECR made is not changed by a deployment, which is said', async () => {
    const { world, registry } = testWorld();
    registry.put('us-west-2', 'shop/api', { images });
    const { printed } = await runProgram(['lifecycle-preview', 'test'], world);
    expect(printed).toContain('set that of its source in us-east-1 here, too');
  });
});

describe('--fail-on', () => {
  it.each([
    ['expire', "'test' loses 3 images within 30 days: us-east-1 shop/api (3)"],
    ['expire-tagged', "'test' loses 1 image with a tag within 30 days: us-east-1 shop/api (1)"],
    ['newly-expired', undefined],
  ])('%s with the policy in force that the specs have: %s', async (loss, message) => {
    const { failure, printed } = await runProgram(['lifecycle-preview', 'test', '--fail-on', loss], filled().world);
    expect(failure?.message).toBe(message);
    expect(printed).toContain('What the rules do');
  });

  it('newly-expired counts what the policy in force keeps', async () => {
    const { failure } = await runProgram(['lifecycle-preview', 'test', '--fail-on', 'newly-expired'], filled({}).world);
    expect(failure).toMatchObject({
      code: 'images-would-be-lost',
      message: expect.stringContaining('loses 3 images that the policies in force keep') as unknown,
    });
  });
});

describe('the report for people', () => {
  const hostile = 'v9\u001b[2J|`<b>\u202e';

  function hostileWorld(): World {
    const { world, registry } = testWorld();
    const lifecyclePolicy = JSON.stringify({
      rules: [
        {
          rulePriority: 1,
          description: hostile,
          selection: { tagStatus: 'tagged', tagPrefixList: [hostile], countType: 'imageCountMoreThan', countNumber: 1 },
          action: { type: 'expire' },
        },
      ],
    });
    registry.put('us-east-1', 'shop/api', { images: [testImage('v9', { age: 1, tags: [hostile] })], lifecyclePolicy });
    return world;
  }

  it.each([[], ['--markdown'], ['--json']])('obeys nothing that tags or policies hold (%s)', async (...format) => {
    const { printed } = await runProgram(['lifecycle-preview', 'test', '--details', ...format], hostileWorld());
    // eslint-disable-next-line no-control-regex -- control characters are what it is about
    expect(printed).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
    expect(printed).toContain('v9');
  });

  it('keeps the columns of a Markdown table, whatever a tag holds', async () => {
    const { printed } = await runProgram(['lifecycle-preview', 'test', '--details', '--markdown'], hostileWorld());
    const rows = printed.split('\n').filter((line) => line.startsWith('| `sha256:'));
    expect(rows.map((row) => row.match(/(?<!\\)\|/g)?.length)).toEqual([8]);
  });

  it('is a table with the numbers of every repository', async () => {
    const { printed } = await runProgram(['lifecycle-preview', 'test', '--repository', 'shop/api'], filled().world);
    expect(printed).toMatch(/│ us-east-1 │ shop\/api +│ +6 │ 6 GiB │ +\$0\.60 │ +2 │ +1 │ +0 │ as in force +│/);
    expect(printed).toContain('6 images of 6 GiB cost $0.60 a month.');
    expect(printed).toContain('saves at most $0.30 a month');
  });
});
