import { describe, expect, it } from '@jest/globals';
import type { ImageUse } from '@slipway/images';
import type { InventoryImage } from '@slipway/lifecycle';
import fc from 'fast-check';
import type { DeploymentEvidence } from '../deployments/deployment-evidence.ts';
import { NOW, planText, reviewOf } from '../testing/plan-json.ts';
import type { TestChange } from '../testing/plan-json.ts';

const DAY = 86_400_000;

function policy(countNumber: number): string {
  const selection = { tagStatus: 'tagged', tagPrefixList: ['v'], countType: 'imageCountMoreThan', countNumber };
  return JSON.stringify({ rules: [{ rulePriority: 1, selection, action: { type: 'expire' } }] });
}

/** `v0` is the newest. */
const images: readonly InventoryImage[] = Array.from({ length: 12 }, (_, index) => ({
  digest: digestOf(index),
  tags: [`v${index}`],
  sizeBytes: 1e9,
  pushedAt: new Date(NOW.getTime() - index * DAY),
}));
const at = { repository: 'shop/api', region: 'us-east-1' };
const shrinks: TestChange = {
  type: 'aws_ecr_lifecycle_policy',
  actions: ['delete', 'create'],
  before: { ...at, policy: policy(10) },
  after: { ...at, policy: policy(5) },
};
const destroyed: TestChange = {
  type: 'aws_ecr_repository',
  actions: ['delete'],
  before: { name: 'shop/api', region: 'us-east-1' },
};

function digestOf(index: number): string {
  return `sha256:${index.toString(16).padStart(64, '0')}`;
}

function runs(index: number, source = 'ecs'): ImageUse {
  return { source, reference: `registry.test/shop/api@${digestOf(index)}` };
}

function released(index: number, release: 'current' | 'previous'): ImageUse {
  return { source: 'ledger:prod', reference: `${release} release of 'server'`, digest: digestOf(index), release };
}

interface Given {
  readonly uses?: readonly ImageUse[];
  readonly unasked?: DeploymentEvidence['unasked'];
  readonly images?: readonly InventoryImage[];
  readonly production?: boolean;
}

function review(change: TestChange, { uses = [], unasked = [], images: held = images, production = true }: Given = {}) {
  const evidence = [{ region: 'us-east-1', repository: 'shop/api', images: held }];
  const deployments = { environment: 'prod', uses, unasked };
  const { findings, stacks, verdict } = reviewOf(planText([change]), { evidence, deployments, production });
  return {
    verdict,
    found: findings.map(({ rule, severity }) => `${severity} ${rule}`),
    messages: findings.map(({ message }) => message),
    words: stacks[0]?.changes[0]?.words ?? [],
  };
}

describe('images that expire by a lifecycle policy', () => {
  it('want attention where nothing needs them', () => {
    const { found, words } = review(shrinks, { uses: [runs(0), released(1, 'current')] });
    expect(found).toEqual(['warning lifecycle-changed']);
    expect(words).toContain('5 images (5.0 GB, such as v5, v6, v7, v8, v9) expire within a day');
  });

  it('block production where one of them runs there, which is told with who runs it', () => {
    const { found, words, messages } = review(shrinks, { uses: [runs(7), runs(7, 'eks')] });
    expect(found).toEqual(['error image-in-use-lost', 'warning lifecycle-changed']);
    expect(words).toContain(
      '5 images (5.0 GB, such as v5, v6, v7, v8, v9) expire within a day, one of them runs in prod',
    );
    expect(messages[0]).toBe('an image that expires runs in prod: v7 (ecs, eks)');
  });

  it('want attention elsewhere', () => {
    const { found, verdict } = review(shrinks, { uses: [runs(7)], production: false });
    expect(found).toEqual(['warning image-in-use-lost', 'warning lifecycle-changed']);
    expect(verdict).toBe('attention');
  });

  it('block where one of them is the current release, whether it runs or not', () => {
    const { found, messages } = review(shrinks, { uses: [released(6, 'current')] });
    expect(found).toContain('error image-in-use-lost');
    expect(messages[0]).toBe("an image that expires is released in prod: v6 (current release of 'server')");
  });

  it('want attention where a rollback may return to one of them', () => {
    const { found, messages } = review(shrinks, { uses: [released(6, 'previous')] });
    expect(found).toEqual(['warning image-in-use-lost', 'warning lifecycle-changed']);
    expect(messages[0]).toBe(
      "an image that expires is what a rollback in prod may return to: v6 (previous release of 'server')",
    );
  });

  it('block exactly where one of them runs, whatever is kept', () => {
    const index = fc.integer({ min: 0, max: images.length - 1 });
    fc.assert(
      fc.property(index, fc.integer({ min: 1, max: 15 }), (running, kept) => {
        const { verdict } = review(
          { ...shrinks, before: { ...at, policy: policy(20) }, after: { ...at, policy: policy(kept) } },
          { uses: [runs(running)] },
        );
        expect(verdict === 'blocked').toBe(running >= kept);
      }),
    );
  });

  it('are counted, and named up to five', () => {
    const { messages, words } = review(shrinks, { uses: [5, 6, 7].map((index) => runs(index)) });
    expect(words).toContainEqual(expect.stringMatching(/, 3 of them run in prod$/));
    expect(messages[0]).toBe('3 images that expire run in prod: v5 (ecs), v6 (ecs), v7 (ecs)');
  });

  it('are found by the tag that a service names', () => {
    const uses = [{ source: 'lambda', reference: '111122223333.dkr.ecr.us-east-1.amazonaws.com/shop/api:v8' }];
    expect(review(shrinks, { uses }).messages[0]).toBe('an image that expires runs in prod: v8 (lambda)');
  });

  it('are found by an image of one platform that runs', () => {
    const child = `sha256:${'c'.repeat(64)}`;
    const lists = images.map((image, index) => (index === 9 ? { ...image, children: [child] } : image));
    const { messages } = review(shrinks, { uses: [{ ...runs(0), digest: child }], images: lists });
    expect(messages[0]).toBe('an image that expires runs in prod: v9 (ecs)');
  });
});

describe('images that are archived by a lifecycle policy', () => {
  const selection = { tagStatus: 'any', countType: 'imageCountMoreThan', countNumber: 9 };
  const action = { type: 'transition', targetStorageClass: 'archive' };
  const archives = {
    ...shrinks,
    after: { ...at, policy: JSON.stringify({ rules: [{ rulePriority: 1, selection, action }] }) },
  };
  const change = { ...archives, before: { ...at, policy: policy(20) } };

  it('can not be pulled: they count as those that expire', () => {
    const { found, messages, words } = review(change, { uses: [runs(10)] });
    expect(found).toEqual(['error image-in-use-lost', 'warning lifecycle-changed']);
    expect(messages[0]).toBe('an image that is archived runs in prod: v10 (ecs)');
    expect(words.at(-1)).toBe(
      '3 images (3.0 GB, such as v9, v10, v11) are archived within a day, one of them runs in prod',
    );
  });

  it('may run where nobody can say it', () => {
    const { messages } = review(change, { unasked: [{ source: 'ecs', problem: 'no' }] });
    expect(messages[0]).toBe('what ecs needs in prod is not known (no): an image that is archived may run');
  });
});

describe('images that become due within 30 days', () => {
  const byAge = (countNumber: number) => {
    const selection = { tagStatus: 'any', countType: 'sinceImagePushed', countUnit: 'days', countNumber };
    return JSON.stringify({ rules: [{ rulePriority: 1, selection, action: { type: 'expire' } }] });
  };
  const shortens = { ...shrinks, before: { ...at, policy: byAge(365) }, after: { ...at, policy: byAge(20) } };

  it('want attention where they run or are released: there is time to deploy others', () => {
    const { found, messages } = review(shortens, { uses: [runs(3), released(4, 'current'), released(5, 'previous')] });
    expect(found).toEqual(['warning image-in-use-lost', 'warning image-in-use-lost']);
    expect(messages[0]).toBe('an image that is lost within 30 days runs in prod: v3 (ecs)');
  });

  it('are no matter where they would have expired anyway, or later, or nobody needs them', () => {
    const longer = { ...shrinks, before: { ...at, policy: byAge(21) }, after: { ...at, policy: byAge(22) } };
    expect(review(longer, { uses: [runs(3)] }).found).toEqual([]);
    const later = { ...shrinks, before: { ...at, policy: byAge(365) }, after: { ...at, policy: byAge(60) } };
    expect(review(later, { uses: [runs(3)] }).found).toEqual([]);
    expect(review(shortens, {}).found).toEqual([]);
  });

  it('may run where nobody can say it', () => {
    const { found } = review(shortens, { unasked: [{ source: 'ecs', problem: 'no' }] });
    expect(found).toEqual(['warning deployments-unknown']);
  });
});

describe('what runs and is not known', () => {
  const unasked = [{ source: 'ecs', problem: 'AccessDenied\nmore' }];

  it('counts as running: it blocks production, and wants attention elsewhere', () => {
    const { found, messages } = review(shrinks, { unasked });
    expect(found).toEqual(['error deployments-unknown', 'warning lifecycle-changed']);
    expect(messages[0]).toBe('what ecs needs in prod is not known (AccessDenied): an image that expires may run');
    expect(review(shrinks, { unasked, production: false }).found).toEqual([
      'warning deployments-unknown',
      'warning lifecycle-changed',
    ]);
  });

  it('is told beside what is known', () => {
    expect(review(shrinks, { unasked, uses: [runs(7)] }).found).toEqual([
      'error image-in-use-lost',
      'error deployments-unknown',
      'warning lifecycle-changed',
    ]);
  });

  it('is no matter where nothing expires', () => {
    expect(review({ ...shrinks, after: { ...at, policy: policy(20) } }, { unasked }).found).toEqual([]);
  });

  it('is everything where nobody asked', () => {
    const evidence = [{ region: 'us-east-1', repository: 'shop/api', images }];
    const { findings } = reviewOf(planText([shrinks]), { evidence });
    expect(findings[0]).toMatchObject({
      rule: 'deployments-unknown',
      severity: 'error',
      message: 'nobody asked what runs: an image that expires may run',
    });
  });
});

describe('a repository that is destroyed', () => {
  it('is told with what runs of it', () => {
    const { found, messages } = review(destroyed, { uses: [runs(3), released(4, 'current'), runs(99)] });
    expect(found).toEqual(['error repository-destroyed']);
    expect(messages[0]).toBe(
      '"shop/api" is destroyed with its 12 images (12.0 GB), one of them runs in prod and one of them is released in prod',
    );
  });

  it('is told with whom nobody could ask', () => {
    const unasked = [{ source: 'eks', problem: 'no kubectl' }];
    expect(review(destroyed, { unasked }).messages[0]).toBe(
      '"shop/api" is destroyed with its 12 images (12.0 GB); what eks needs in prod is not known (no kubectl)',
    );
  });

  it('is told with who refers to it, though it holds nothing', () => {
    const { found, messages } = review(destroyed, { uses: [runs(3)], images: [] });
    expect(found).toEqual(['warning repository-destroyed']);
    expect(messages[0]).toBe('"shop/api" is destroyed; it holds no images, and ecs in prod refers to it');
  });

  it('is told with its only image, which runs', () => {
    expect(review(destroyed, { uses: [runs(0)], images: images.slice(0, 1) }).messages[0]).toBe(
      '"shop/api" is destroyed with its only image (1.0 GB), it runs in prod',
    );
  });
});
