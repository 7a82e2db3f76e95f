import { expect, it } from '@jest/globals';
import { MemoryDocuments } from '../testing/memory-documents.ts';
import { Records } from './records.ts';

const here = { account: '111122223333', region: 'eu-west-1' };

it('keeps records apart by account and region', async () => {
  const records = new Records<number>('things', new MemoryDocuments());
  await records.change(here, (things) => things.set('a', 1));
  expect([...(await records.all(here))]).toEqual([['a', 1]]);
  for (const elsewhere of [
    { ...here, account: '444455556666' },
    { ...here, region: 'us-east-1' },
  ])
    expect((await records.all(elsewhere)).size).toBe(0);
});

it('loses no change when many come at once', async () => {
  const records = new Records<number>('things', new MemoryDocuments());
  const names = Array.from({ length: 20 }, (_, index) => `thing-${index}`);
  await Promise.all(names.map((name) => records.change(here, (things) => things.set(name, 1))));
  expect([...(await records.all(here)).keys()]).toEqual(names);
});

it('changes nothing when the change fails', async () => {
  const records = new Records<number>('things', new MemoryDocuments());
  const failing = records.change(here, (things) => {
    things.set('a', 1);
    throw new Error('no');
  });
  await expect(failing).rejects.toThrow('no');
  expect((await records.all(here)).size).toBe(0);
});
