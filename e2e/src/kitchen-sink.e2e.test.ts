import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { synthesize } from '@slipway/ecr-module';
import { kitchenSink } from '@slipway/ecr-module/testing/kitchen-sink';
import { aes256, type EnvironmentSpec } from '@slipway/environments';
import { cloudEnvironment, run } from './workspace.ts';

/** An account of its own: a registry's settings are singletons, and dev and prod have theirs. */
const ACCOUNT = '777788889999';
const sink = JSON.parse(JSON.stringify(kitchenSink).replaceAll(kitchenSink.account, ACCOUNT)) as EnvironmentSpec;

let outdir = '';
let environment: Record<string, string> = {};

beforeAll(async () => {
  outdir = await mkdtemp(join(tmpdir(), 'kitchen-sink-'));
  environment = await cloudEnvironment('--account', ACCOUNT);
  const { AWS_ENDPOINT_URL: endpoint = '', AWS_ACCESS_KEY_ID = '', AWS_SECRET_ACCESS_KEY = '' } = environment;
  const credentials = { accessKeyId: AWS_ACCESS_KEY_ID, secretAccessKey: AWS_SECRET_ACCESS_KEY };
  const client = new S3Client({ region: 'us-east-1', endpoint, credentials, forcePathStyle: true });
  await client.send(new CreateBucketCommand({ Bucket: sink.state.bucket }));
});
afterAll(async () => {
  await rm(outdir, { recursive: true });
});

async function terraform(...args: readonly string[]) {
  return await run(['terraform', ...args], { environment, cwd: join(outdir, 'stacks', sink.name) });
}
async function expectOf(exitCode: number, ...args: readonly string[]) {
  const finished = await terraform(...args);
  expect({ exitCode: finished.exitCode, all: finished.all }).toMatchObject({ exitCode });
  return finished.stdout;
}
const FLAGS = ['-input=false', '-no-color'];

describe('an environment that uses everything', () => {
  it('is valid, is applied, and then has nothing left to do', async () => {
    synthesize(sink, { outdir, pathStyleState: true });
    await expectOf(0, 'init', ...FLAGS);
    await expectOf(0, 'validate', '-no-color');
    await expectOf(0, 'apply', '-auto-approve', ...FLAGS);
    await expectOf(0, 'plan', '-detailed-exitcode', ...FLAGS);
  });

  it('puts the policies of a repository again in the apply that replaces it', async () => {
    const [registry, ...others] = sink.registries;
    const repositories = registry!.repositories.map((one) =>
      one.name === 'shop/api' ? { ...one, encryption: aes256(), replicas: 'declared' as const } : one,
    );
    synthesize({ ...sink, registries: [{ ...registry!, repositories }, ...others] }, { outdir, pathStyleState: true });
    const applied = await expectOf(0, 'apply', '-auto-approve', ...FLAGS);
    expect(applied).toMatch(/aws_ecr_repository\.us-east-1_shop--api_repository_\w+: Creation complete/);
    expect(applied).toMatch(/aws_ecr_lifecycle_policy\.us-east-1_shop--api_lifecycle_\w+: Creation complete/);
    expect(applied).toMatch(/aws_ecr_repository_policy\.us-east-1_shop--api_policy_\w+: Creation complete/);
    await expectOf(0, 'plan', '-detailed-exitcode', ...FLAGS);
  });

  it('is destroyed whole', async () => {
    await expectOf(0, 'destroy', '-auto-approve', ...FLAGS);
    expect((await expectOf(0, 'state', 'list')).trim()).toBe('');
  });
});
