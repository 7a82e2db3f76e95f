import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { cachedSchema } from './schema-cache.ts';

const types = { resources: ['aws_kms_alias'], dataSources: [] };
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'slipway-schema-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

it('derives a schema once and reads it from the folder from then on', async () => {
  const cache = join(folder, 'cache');
  const first = await cachedSchema(cache, types);
  const [file = ''] = readdirSync(cache);
  expect(JSON.parse(readFileSync(join(cache, file), 'utf8'))).toEqual(first);
  writeFileSync(
    join(cache, file),
    JSON.stringify({ ...first, dataSources: { marker: { attributes: {}, blocks: {} } } }),
  );
  expect((await cachedSchema(cache, types)).dataSources).toHaveProperty('marker');
});

it('keeps the schemas of different types apart', async () => {
  await cachedSchema(folder, types);
  const other = await cachedSchema(folder, { resources: ['aws_ecr_repository_policy'], dataSources: [] });
  expect(Object.keys(other.resources)).toEqual(['aws_ecr_repository_policy']);
  expect(readdirSync(folder)).toHaveLength(2);
});
