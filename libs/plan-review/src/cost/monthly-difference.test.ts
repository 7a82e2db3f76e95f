import { describe, expect, it } from '@jest/globals';
import type { InventoryImage } from '@slipway/lifecycle';
import { NOW, planText, reviewOf } from '../testing/plan-json.ts';
import type { TestChange } from '../testing/plan-json.ts';
import type { StorageCost } from './storage-cost.ts';

const DAY = 86_400_000;
const repository = { name: 'api', region: 'us-east-1', image_tag_mutability: 'IMMUTABLE' };
const destroyed = { type: 'aws_ecr_repository', actions: ['delete'], before: repository };
const images = [1, 2, 3].map((age): InventoryImage => ({
  digest: `sha256:${String(age).repeat(64)}`,
  tags: [`v${age}`],
  pushedAt: new Date(NOW.getTime() - age * DAY),
  sizeBytes: 1e9,
}));
/** A dollar for a gigabyte, a quarter of it in the archive. */
const cost: StorageCost = ({ bytes, storageClass }) => (bytes / 1e9) * (storageClass === 'archive' ? 0.25 : 1);

function lifecycle(before: number, after: number, actions = ['delete', 'create']): TestChange {
  const policy = (countNumber: number) => {
    const selection = { tagStatus: 'any', countType: 'imageCountMoreThan', countNumber };
    return JSON.stringify({ rules: [{ rulePriority: 1, selection, action: { type: 'expire' } }] });
  };
  const of = { repository: 'api', region: 'us-east-1' };
  return {
    type: 'aws_ecr_lifecycle_policy',
    actions,
    before: { ...of, policy: policy(before) },
    after: actions.includes('create') ? { ...of, policy: policy(after) } : null,
  };
}

function dollarsOf(changes: readonly TestChange[], more: object = {}) {
  const evidence = [{ region: 'us-east-1', repository: 'api', images }];
  const [stack] = reviewOf(planText(changes), { evidence, storageCost: cost, ...more }).stacks;
  return [stack?.monthlyDollars, ...(stack?.changes ?? []).map((change) => change.monthlyDollars)];
}

describe('what storage costs after a plan', () => {
  it('is less by all images of a repository that goes', () => {
    expect(dollarsOf([destroyed])).toEqual([-3, -3]);
    expect(dollarsOf([{ ...destroyed, actions: ['delete', 'create'], after: repository }])).toEqual([-3, -3]);
  });

  it('is less by the images that expire, and more by those that no longer do', () => {
    expect(dollarsOf([lifecycle(3, 1)])).toEqual([-2, -2]);
    expect(dollarsOf([lifecycle(1, 3)])).toEqual([2, 2]);
    expect(dollarsOf([lifecycle(5, 4)])).toEqual([0, 0]);
  });

  it('counts the images of a repository once when its policy goes, too', () => {
    expect(dollarsOf([destroyed, lifecycle(1, 1, ['delete'])])).toEqual([-3, -3, undefined]);
  });

  it('takes the price of the class that an image is in', () => {
    const archived = images.map((image) => ({ ...image, storageClass: 'archive' as const }));
    const evidence = [{ region: 'us-east-1', repository: 'api', images: archived }];
    expect(dollarsOf([destroyed], { evidence })).toEqual([-0.75, -0.75]);
  });

  it.each([
    ['nobody asked', { evidence: [] }],
    ['a price is not known', { storageCost: () => undefined }],
  ])('is not said where %s', (_, more) => {
    expect(dollarsOf([destroyed], more)).toEqual([undefined, undefined]);
  });

  it('is not said of what has no images', () => {
    expect(dollarsOf([{ type: 'acme_thing', actions: ['delete'] }])).toEqual([undefined, undefined]);
  });
});
