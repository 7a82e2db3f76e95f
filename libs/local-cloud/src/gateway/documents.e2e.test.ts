import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startMoto, type MotoProcess } from '../provider/testing/moto-process.ts';
import { MemoryDocuments } from '../testing/memory-documents.ts';
import type { Documents } from './documents.ts';
import { MotoClient } from './moto-client.ts';
import { MotoDocuments } from './moto-documents.ts';

let moto: MotoProcess;

beforeAll(async () => {
  moto = await startMoto();
});

afterAll(() => moto.close());

const motoDocuments = (): Documents => new MotoDocuments(new MotoClient(Number(new URL(moto.url).port)));

describe.each([
  ['moto', motoDocuments],
  ['memory', () => new MemoryDocuments()],
])('documents in %s', (_name, open) => {
  it('are nothing until they are written, and then what was written last', async () => {
    const documents = open();
    const key = 'kind/111122223333/eu-west-1';
    expect(await documents.read(key)).toBeUndefined();
    await documents.write(key, { a: 'ü' });
    await documents.write(key, { b: [1] });
    expect(await documents.read(key)).toEqual({ b: [1] });
    expect(await documents.read('kind/111122223333/us-east-1')).toBeUndefined();
  });
});

it('documents in moto outlive whoever wrote them and end with what moto knows', async () => {
  const key = 'other/111122223333/eu-west-1';
  await motoDocuments().write(key, { a: 1 });
  expect(await motoDocuments().read(key)).toEqual({ a: 1 });
  await fetch(`${moto.url}/moto-api/reset`, { method: 'POST' });
  expect(await motoDocuments().read(key)).toBeUndefined();
  await motoDocuments().write(key, { a: 2 });
  expect(await motoDocuments().read(key)).toEqual({ a: 2 });
});
