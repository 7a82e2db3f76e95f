import { describe, expect, it } from '@jest/globals';
import type { Digest } from '@slipway/images';
import type { RemoteImage } from '../../registry/image-registry.ts';
import { planPush } from './plan-push.ts';
import type { PushFacts, PushPlan } from './plan-push.ts';

const HASH = 'a'.repeat(64);
const digest = (digit: string): Digest => `sha256:${digit.repeat(64)}`;
const image = (digit: string, inputs: string): RemoteImage => ({
  digest: digest(digit),
  imageId: digest(digit),
  labels: { 'dev.slipway.inputs-hash': inputs },
  compressedBytes: 1,
});
const ours = image('1', HASH);
const theirs = image('2', 'b'.repeat(64));
const tags = [
  { name: 'dev-1', moving: false },
  { name: 'dev-latest', moving: true },
];

function plan(there: Readonly<Record<string, RemoteImage>>, more: Partial<PushFacts> = {}): PushPlan {
  return planPush({ inputsHash: HASH, tags, there: new Map(Object.entries(there)), recorded: undefined, ...more });
}

describe('planPush', () => {
  it('pushes what the registry lacks, the tag that stays first', () => {
    expect(plan({})).toEqual({ action: 'push', tag: 'dev-1', others: ['dev-latest'] });
    expect(plan({ 'dev-latest': theirs })).toMatchObject({ action: 'push' });
  });

  it('keeps what is there under every tag', () => {
    expect(plan({ 'dev-1': ours, 'dev-latest': ours })).toEqual({ action: 'keep', image: ours });
  });

  it('only adds tags to an image of the same inputs', () => {
    expect(plan({ 'dev-1': ours, 'dev-latest': theirs })).toEqual({ action: 'tag', image: ours, tags: ['dev-latest'] });
    expect(plan({ 'dev-latest': ours })).toEqual({ action: 'tag', image: ours, tags: ['dev-1'] });
    expect(plan({}, { recorded: ours })).toEqual({ action: 'tag', image: ours, tags: ['dev-1', 'dev-latest'] });
  });

  it('trusts content, not the record', () => {
    expect(plan({}, { recorded: theirs })).toMatchObject({ action: 'push' });
  });

  it('refuses a tag that stays and holds something else', () => {
    expect(plan({ 'dev-1': theirs })).toEqual({ action: 'refuse', tag: 'dev-1', there: theirs, ours: undefined });
    expect(plan({ 'dev-1': theirs }, { recorded: ours })).toMatchObject({ action: 'refuse', ours });
  });

  it('takes an image without a config, such as an index, for another', () => {
    expect(plan({ 'dev-1': { ...ours, imageId: undefined } })).toMatchObject({ action: 'refuse' });
  });
});
