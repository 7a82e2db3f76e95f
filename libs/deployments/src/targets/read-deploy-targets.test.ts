import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { readDeployTargets } from './read-deploy-targets.ts';

const beanstalk = { kind: 'beanstalk', application: 'shop', environment: 'shop-prod', bucket: 'bundles' };

let workspace: string;
beforeEach(async () => {
  workspace = await mkdtemp(join(tmpdir(), 'deployments-'));
  await mkdir(join(workspace, 'api'));
});
afterEach(async () => {
  await rm(workspace, { recursive: true });
});

async function read(text?: string) {
  if (text !== undefined) await writeFile(join(workspace, 'api', 'image.json'), text);
  return readDeployTargets('api', { workspace, environments: ['dev', 'prod'] });
}

it('is where image.json says, whatever else it says', async () => {
  const text = JSON.stringify({ deploy: { prod: beanstalk }, scan: { failOn: { dev: 'high' } } });
  expect(await read(text)).toEqual({ prod: { ...beanstalk, port: 8000, variables: {} } });
});

it('is nowhere without a file, and without the section', async () => {
  expect(await read()).toEqual({});
  expect(await read('{}')).toEqual({});
});

it.each([
  ['{', /JSON/],
  ['[]', /expected object/],
  [JSON.stringify({ deploy: { prod: { ...beanstalk, kind: 'ecs' } } }), /deploy\.prod/],
  // What runs there would be asked by nobody.
  [JSON.stringify({ deploy: { prdo: beanstalk } }), /there is no environment 'prdo'/],
])('refuses %s', async (text, message) => {
  await expect(read(text)).rejects.toMatchObject({
    code: 'configuration-invalid',
    message: expect.stringMatching(message) as unknown,
  });
});
