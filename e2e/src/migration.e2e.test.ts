import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DescribeRepositoriesCommand, ECRClient } from '@aws-sdk/client-ecr';
import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  aes256,
  awsAccount,
  expireAfterDays,
  immutable,
  immutableExcept,
  kms,
  synthesize,
  untagged,
} from '@slipway/ecr-module';
import { basicScanning, type EnvironmentSpec, type RepositorySpec } from '@slipway/environments';
import { cloudEnvironment, run } from './workspace.ts';

interface ResourceChange {
  readonly address: string;
  readonly previous_address?: string;
  readonly type: string;
  readonly change: { readonly actions: readonly string[]; readonly importing?: { readonly id: string } };
}

/** An account of its own: while a protected environment is planned, its registry may hold nothing undeclared. */
const ACCOUNT = '555566667777';
const REGION = 'us-east-1';
const FLAGS = ['-input=false', '-no-color'];

const common = {
  encryption: aes256(),
  scanOnPush: true,
  lifecycle: [expireAfterDays(1, untagged())],
  access: { pull: [awsAccount('444455556666')] },
};
const api: RepositorySpec = {
  ...common,
  name: 'team/api',
  tagMutability: immutable(),
  movedFrom: {
    repository: 'module.ecr.aws_ecr_repository.this[0]',
    lifecycle: 'module.ecr.aws_ecr_lifecycle_policy.this[0]',
    policy: 'module.ecr.aws_ecr_repository_policy.this[0]',
  },
};
const docs: RepositorySpec = {
  ...common,
  name: 'team/docs',
  tagMutability: immutable(),
  movedFrom: {
    repository: 'module.ecr_by_name.aws_ecr_repository.name["team/docs"]',
    lifecycle: 'module.ecr_by_name.aws_ecr_lifecycle_policy.name["team/docs"]',
  },
};
const web: RepositorySpec = {
  ...common,
  name: 'team/web',
  tagMutability: immutableExcept('latest'),
  adopt: 'if-exists',
};
const ours = (...repositories: readonly RepositorySpec[]): EnvironmentSpec => ({
  name: 'migrated',
  account: ACCOUNT,
  region: REGION,
  state: { bucket: `slipway-state-${ACCOUNT}`, region: REGION },
  models: { bucket: `models-${ACCOUNT}`, region: REGION },
  deletion: 'protected',
  tags: { Environment: 'migrated' },
  registries: [{ region: REGION, scanning: basicScanning(), repositories }],
});
const spec = ours(api, docs, web);

let outdir = '';
let environment: Record<string, string> = {};

beforeAll(async () => {
  outdir = await mkdtemp(join(tmpdir(), 'migration-'));
  environment = await cloudEnvironment('--account', ACCOUNT);
  const s3 = new S3Client({ ...clientOptions(), forcePathStyle: true });
  await s3.send(new CreateBucketCommand({ Bucket: spec.state.bucket }));
  await synthesized(spec);
});
afterAll(async () => {
  await rm(outdir, { recursive: true });
});

function clientOptions() {
  const { AWS_ENDPOINT_URL: endpoint = '', AWS_ACCESS_KEY_ID = '', AWS_SECRET_ACCESS_KEY = '' } = environment;
  const credentials = { accessKeyId: AWS_ACCESS_KEY_ID, secretAccessKey: AWS_SECRET_ACCESS_KEY };
  return { region: REGION, endpoint, credentials };
}

/** Our stack, in the folder that the other commands run in. */
async function synthesized(environmentSpec: EnvironmentSpec) {
  synthesize(environmentSpec, { outdir, pathStyleState: true });
  return JSON.parse(await readFile(join(stack(), 'cdk.tf.json'), 'utf8')) as {
    readonly terraform: { readonly required_providers: unknown; readonly backend: unknown };
  };
}
function stack() {
  return join(outdir, 'stacks', spec.name);
}

/** A configuration of others: the provider of our version, without our default tags. */
async function theirs(fixture: 'same-state' | 'other-state') {
  const { terraform } = await synthesized(spec);
  const { backend, ...settings } = terraform;
  const folder = join(outdir, fixture);
  await cp(join(import.meta.dirname, 'fixtures', 'migration', fixture), folder, { recursive: true });
  const block = fixture === 'same-state' ? { ...settings, backend } : settings;
  await writeFile(
    join(folder, 'settings.tf.json'),
    JSON.stringify({ terraform: block, provider: { aws: [{ region: REGION }] } }),
  );
  await expectOf(0, folder, 'init', ...FLAGS);
  await expectOf(0, folder, 'apply', '-auto-approve', ...FLAGS);
  return folder;
}

async function expectOf(exitCode: number, cwd: string, ...args: readonly string[]) {
  const finished = await run(['terraform', ...args], { environment, cwd });
  expect({ exitCode: finished.exitCode, all: finished.all }).toMatchObject({ exitCode });
  return finished;
}

/** What the saved plan does. */
async function plannedChanges() {
  await expectOf(0, stack(), 'plan', '-out=reviewed', ...FLAGS);
  const { stdout } = await expectOf(0, stack(), 'show', '-json', 'reviewed');
  return (JSON.parse(stdout) as { readonly resource_changes: readonly ResourceChange[] }).resource_changes;
}
function of(changes: readonly ResourceChange[], type: string) {
  return changes.filter((one) => one.type === type);
}

async function createdAt() {
  const { repositories = [] } = await new ECRClient(clientOptions()).send(new DescribeRepositoriesCommand({}));
  return new Map(repositories.map((one) => [one.repositoryName, one.createdAt]));
}

describe('repositories that other Terraform code has made', () => {
  let before: Awaited<ReturnType<typeof createdAt>> = new Map();
  let changes: readonly ResourceChange[] = [];

  beforeAll(async () => {
    await theirs('same-state');
    const elsewhere = await theirs('other-state');
    await expectOf(0, elsewhere, 'state', 'rm', 'aws_ecr_repository.web');
    before = await createdAt();
    await expectOf(0, stack(), 'init', ...FLAGS);
    changes = await plannedChanges();
  });

  it('are moved where they are in the same state', () => {
    const moved = changes.filter((one) => one.previous_address !== undefined);
    expect(moved.map(({ previous_address }) => previous_address).sort()).toEqual([
      'module.ecr.aws_ecr_lifecycle_policy.this[0]',
      'module.ecr.aws_ecr_repository.this[0]',
      'module.ecr.aws_ecr_repository_policy.this[0]',
      'module.ecr_by_name.aws_ecr_lifecycle_policy.name["team/docs"]',
      'module.ecr_by_name.aws_ecr_repository.name["team/docs"]',
    ]);
  });

  it('are imported where another state let them go', () => {
    const imported = changes.flatMap(({ change }) => change.importing?.id ?? []);
    expect(imported).toEqual([`team/web@${REGION}`]);
  });

  it('are neither created nor destroyed by the plan', () => {
    const repositories = of(changes, 'aws_ecr_repository');
    expect(repositories).toHaveLength(3);
    for (const { change } of repositories) expect([['no-op'], ['update']]).toContainEqual(change.actions);
  });

  it('are the same after the apply, which leaves nothing to do', async () => {
    await expectOf(0, stack(), 'apply', ...FLAGS, 'reviewed');
    await expectOf(0, stack(), 'plan', '-detailed-exitcode', ...FLAGS);
    expect(await createdAt()).toEqual(before);
    expect([...before.keys()].sort()).toEqual(['team/api', 'team/docs', 'team/web']);
  });

  it('are not replaced by a spec that asks for another encryption', async () => {
    await synthesized(ours({ ...api, encryption: kms('aws-managed') }, docs, web));
    const { all } = await expectOf(1, stack(), 'plan', ...FLAGS);
    expect(all).toContain('Instance cannot be destroyed');
  });

  it('are destroyed once the spec calls them disposable', async () => {
    await synthesized({ ...spec, deletion: 'disposable' });
    await expectOf(0, stack(), 'apply', '-auto-approve', ...FLAGS);
    await expectOf(0, stack(), 'destroy', '-auto-approve', ...FLAGS);
    expect(await createdAt()).toEqual(new Map());
  });
});
