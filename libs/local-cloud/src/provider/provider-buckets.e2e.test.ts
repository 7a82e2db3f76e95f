import {
  BucketVersioningStatus,
  CreateBucketCommand,
  DeleteBucketLifecycleCommand,
  DeleteBucketOwnershipControlsCommand,
  DeleteBucketPolicyCommand,
  DeletePublicAccessBlockCommand,
  GetBucketEncryptionCommand,
  GetBucketLifecycleConfigurationCommand,
  GetBucketOwnershipControlsCommand,
  GetBucketPolicyCommand,
  GetBucketTaggingCommand,
  GetBucketVersioningCommand,
  GetPublicAccessBlockCommand,
  HeadBucketCommand,
  PutBucketTaggingCommand,
  PutBucketVersioningCommand,
  PutObjectCommand,
} from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { createBuckets } from '../buckets/create-buckets.ts';
import { openedFixture } from './testing/fixture-runs.ts';
import type { TerraformWorkspace, Variables } from './testing/terraform-workspace.ts';
import { TestCloud } from './testing/test-cloud.ts';
import { startWholeGateway } from './testing/whole-gateway.ts';

jest.setTimeout(120_000);

let cloud: TestCloud;
let gateway = '';

beforeAll(async () => {
  cloud = await TestCloud.start(async (motoUrl) => {
    const started = await startWholeGateway(motoUrl);
    gateway = started.url;
    return started;
  });
});

afterAll(() => cloud.close());

const BUCKET = 'aws_s3_bucket.state';
const VERSIONING = 'aws_s3_bucket_versioning.state';
const ENCRYPTION = 'aws_s3_bucket_server_side_encryption_configuration.state';
const BLOCK = 'aws_s3_bucket_public_access_block.state';
const OWNERSHIP = 'aws_s3_bucket_ownership_controls.state';
const POLICY = 'aws_s3_bucket_policy.state';
const LIFECYCLE = 'aws_s3_bucket_lifecycle_configuration.state';
const SETTINGS = [VERSIONING, ENCRYPTION, BLOCK, OWNERSHIP, POLICY, LIFECYCLE];

const opened = (fixture = 'buckets') => openedFixture(cloud, fixture);

interface Applied {
  readonly variables: { readonly account: string; readonly bucket: string };
  readonly terraform: TerraformWorkspace;
}

// Names of buckets are everybody's, so each test has one of its own.
function freshBucket(): Applied['variables'] {
  const account = cloud.freshAccount();
  return { account, bucket: `state-${account}` };
}

async function applied(more: Variables = {}): Promise<Applied> {
  const variables = freshBucket();
  const terraform = await opened();
  await terraform.apply({ ...variables, ...more });
  return { variables, terraform };
}

const s3 = (account: string, region = 'eu-west-1') => cloud.clients(account).s3(region);

async function tagsOf({ account, bucket: Bucket }: Applied['variables']) {
  return (await s3(account).send(new GetBucketTaggingCommand({ Bucket }))).TagSet;
}

describe('a bucket with its settings', () => {
  it('is planned, applied and then left alone', async () => {
    const variables = freshBucket();
    const terraform = await opened();
    expect(Object.values(await terraform.plannedActions(variables))).toEqual(Array(8).fill(['create']));
    await terraform.must('apply', '-no-color', 'plan.bin');
    expect(await terraform.plannedActions(variables)).toEqual({});
  });

  it('is at AWS what the configuration says, with the default tags of the provider', async () => {
    const { variables } = await applied();
    const { account, bucket: Bucket } = variables;
    expect(await tagsOf(variables)).toEqual(
      expect.arrayContaining([
        { Key: 'ManagedBy', Value: 'slipway' },
        { Key: 'Team', Value: 'retail' },
      ]),
    );
    const client = s3(account);
    expect(await client.send(new GetBucketVersioningCommand({ Bucket }))).toMatchObject({ Status: 'Enabled' });
    const { ServerSideEncryptionConfiguration } = await client.send(new GetBucketEncryptionCommand({ Bucket }));
    expect(ServerSideEncryptionConfiguration?.Rules).toMatchObject([
      { ApplyServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' }, BucketKeyEnabled: false },
    ]);
    const { PublicAccessBlockConfiguration } = await client.send(new GetPublicAccessBlockCommand({ Bucket }));
    expect(Object.values(PublicAccessBlockConfiguration!)).toEqual([true, true, true, true]);
    const { OwnershipControls } = await client.send(new GetBucketOwnershipControlsCommand({ Bucket }));
    expect(OwnershipControls?.Rules).toEqual([{ ObjectOwnership: 'BucketOwnerEnforced' }]);
    const { Policy } = await client.send(new GetBucketPolicyCommand({ Bucket }));
    expect(Policy).toContain('aws:SecureTransport');
    const { Rules } = await client.send(new GetBucketLifecycleConfigurationCommand({ Bucket }));
    expect(Rules).toMatchObject([
      {
        Filter: { Prefix: '' },
        NoncurrentVersionExpiration: { NoncurrentDays: 90, NewerNoncurrentVersions: 3 },
        AbortIncompleteMultipartUpload: { DaysAfterInitiation: 7 },
      },
      { Filter: { Prefix: '' }, Status: 'Disabled', Expiration: { Days: 365 } },
      {
        Filter: { And: { Prefix: 'logs/', ObjectSizeGreaterThan: 1_000_000, Tags: [{ Key: 'Kind', Value: 'log' }] } },
        NoncurrentVersionTransitions: [{ NoncurrentDays: 30, StorageClass: 'GLACIER' }],
      },
      { Filter: { Tag: { Key: 'Kind', Value: 'scratch' } }, Expiration: { Date: new Date('2030-01-01T00:00:00Z') } },
      { Expiration: { ExpiredObjectDeleteMarker: true } },
    ]);
    expect(Rules?.[2]?.Transitions).toHaveLength(2);
  });

  it('tells its names, and gets one from a prefix', async () => {
    const { variables, terraform } = await applied();
    const { stdout } = await terraform.must('output', '-json');
    const { state, generated } = JSON.parse(stdout) as Record<string, { value: Record<string, unknown> }>;
    expect(state?.value).toMatchObject({
      id: variables.bucket,
      arn: `arn:aws:s3:::${variables.bucket}`,
      bucket_domain_name: `${variables.bucket}.s3.amazonaws.com`,
      bucket_regional_domain_name: `${variables.bucket}.s3.eu-west-1.amazonaws.com`,
      bucket_region: 'eu-west-1',
      tags: { Team: 'retail' },
      tags_all: { ManagedBy: 'slipway', Team: 'retail' },
    });
    expect(generated?.value['bucket']).toEqual(expect.stringMatching(/^slipway-\d{18}[0-9a-f]{8}$/));
  });

  it('stands in the region of its own', async () => {
    const { variables, terraform } = await applied({ region: 'eu-central-1' });
    const { account, bucket: Bucket } = variables;
    const { BucketRegion } = await s3(account, 'eu-central-1').send(new HeadBucketCommand({ Bucket }));
    expect(BucketRegion).toBe('eu-central-1');
    expect(await terraform.plannedActions({ ...variables, region: 'eu-central-1' })).toEqual({});
  });

  it('is adopted by import', async () => {
    const { variables, terraform: first } = await applied();
    const { stdout } = await first.must('output', '-json', 'generated');
    const { bucket: generated } = JSON.parse(stdout) as { bucket: string };
    const terraform = await opened();
    const options = Object.entries(variables).map(([name, value]) => `-var=${name}=${value}`);
    for (const address of [BUCKET, ...SETTINGS])
      await terraform.must('import', '-no-color', ...options, address, variables.bucket);
    await terraform.must('import', '-no-color', ...options, 'aws_s3_bucket.generated', generated);
    expect(await terraform.plannedActions(variables)).toEqual({});
  });
});

describe('a change in place', () => {
  it('gives a bucket other settings', async () => {
    const { variables, terraform } = await applied();
    const changed = {
      ...variables,
      versioning: 'Suspended',
      algorithm: 'aws:kms',
      block_public_policy: 'false',
      ownership: 'ObjectWriter',
      secure: '["s3:*"]',
      kept_days: '30',
      team: 'pricing',
    };
    const updated = [BUCKET, ...SETTINGS].map((address) => [address, ['update']]);
    expect(await terraform.plannedActions(changed)).toEqual(Object.fromEntries(updated));
    await terraform.apply(changed);
    const { account, bucket: Bucket } = variables;
    expect(await s3(account).send(new GetBucketVersioningCommand({ Bucket }))).toMatchObject({ Status: 'Suspended' });
    const { Rules } = await s3(account).send(new GetBucketLifecycleConfigurationCommand({ Bucket }));
    expect(Rules?.[0]?.NoncurrentVersionExpiration?.NoncurrentDays).toBe(30);
    expect(await tagsOf(variables)).toEqual(expect.arrayContaining([{ Key: 'Team', Value: 'pricing' }]));
    expect(await terraform.plannedActions(changed)).toEqual({});
  });

  it('is none for actions in another order', async () => {
    const { variables, terraform } = await applied();
    const reordered = { ...variables, secure: '["s3:PutObject", "s3:GetObject"]' };
    expect(await terraform.plannedActions(reordered)).toEqual({});
  });
});

it('replaces a bucket that gets another name, with all its settings', async () => {
  const { variables, terraform } = await applied();
  const changed = { ...variables, bucket: `other-${variables.bucket}` };
  const replaced = [BUCKET, ...SETTINGS].map((address) => [address, ['delete', 'create']]);
  expect(await terraform.plannedActions(changed)).toEqual(Object.fromEntries(replaced));
  await terraform.apply(changed);
  expect(await terraform.plannedActions(changed)).toEqual({});
});

describe('drift', () => {
  it('of a setting is put right in place', async () => {
    const { variables, terraform } = await applied();
    const { account, bucket: Bucket } = variables;
    const VersioningConfiguration = { Status: BucketVersioningStatus.Suspended };
    await s3(account).send(new PutBucketVersioningCommand({ Bucket, VersioningConfiguration }));
    const TagSet = [{ Key: 'Team', Value: 'meddled-with' }];
    await s3(account).send(new PutBucketTaggingCommand({ Bucket, Tagging: { TagSet } }));
    expect(await terraform.plannedActions(variables)).toEqual({ [BUCKET]: ['update'], [VERSIONING]: ['update'] });
    await terraform.apply(variables);
    expect(await tagsOf(variables)).toHaveLength(2);
    expect(await terraform.plannedActions(variables)).toEqual({});
  });

  it('of settings that are gone is created again', async () => {
    const { variables, terraform } = await applied();
    const { account, bucket: Bucket } = variables;
    const client = s3(account);
    await client.send(new DeleteBucketPolicyCommand({ Bucket }));
    await client.send(new DeletePublicAccessBlockCommand({ Bucket }));
    await client.send(new DeleteBucketOwnershipControlsCommand({ Bucket }));
    await client.send(new DeleteBucketLifecycleCommand({ Bucket }));
    const created = [POLICY, BLOCK, OWNERSHIP, LIFECYCLE].map((address) => [address, ['create']]);
    expect(await terraform.plannedActions(variables)).toEqual(Object.fromEntries(created));
  });
});

describe('destroy', () => {
  it('refuses a bucket that holds objects until force_destroy is applied, which takes all their versions', async () => {
    const { variables, terraform } = await applied();
    const { account, bucket: Bucket } = variables;
    for (const Body of ['1', '2']) await s3(account).send(new PutObjectCommand({ Bucket, Key: 'state', Body }));
    const options = ['-no-color', '-auto-approve', `-var=account=${account}`, `-var=bucket=${Bucket}`];
    const refused = await terraform.run('destroy', ...options);
    expect([refused.exitCode, refused.stderr.replace(/[\s│╵╷]+/g, ' ')]).toEqual([
      1,
      expect.stringContaining(`deleting S3 Bucket (${Bucket}): BucketNotEmpty`),
    ]);
    await terraform.apply({ ...variables, force_destroy: 'true' });
    await terraform.must('destroy', ...options, '-var=force_destroy=true');
    await expect(s3(account).send(new HeadBucketCommand({ Bucket }))).rejects.toMatchObject({ name: 'NotFound' });
  });
});

describe('a state bucket that `up` made', () => {
  it('is adopted by import blocks, and then nothing is planned', async () => {
    const { account, bucket } = freshBucket();
    const named = { bucket, region: 'eu-west-1' };
    await createBuckets(gateway, [{ account, state: named, models: named }]);
    const terraform = await opened('state-bucket');
    const { stdout } = await terraform.must('plan', '-no-color', `-var=account=${account}`, `-var=bucket=${bucket}`);
    expect(stdout).toContain('Plan: 2 to import, 1 to add, 1 to change, 0 to destroy.');
    await terraform.apply({ account, bucket });
    expect(await tagsOf({ account, bucket })).toEqual([{ Key: 'ManagedBy', Value: 'slipway' }]);
    expect(await terraform.plannedActions({ account, bucket })).toEqual({});
  });
});

describe('the buckets of two accounts', () => {
  it('are told apart by the caller', async () => {
    const { variables } = await applied();
    const Bucket = variables.bucket;
    const stranger = s3(cloud.freshAccount());
    await expect(stranger.send(new HeadBucketCommand({ Bucket }))).rejects.toMatchObject({
      $metadata: { httpStatusCode: 403 },
    });
    await expect(stranger.send(new GetBucketPolicyCommand({ Bucket }))).rejects.toMatchObject({ name: 'AccessDenied' });
    const CreateBucketConfiguration = { LocationConstraint: 'eu-west-1' } as const;
    await expect(stranger.send(new CreateBucketCommand({ Bucket, CreateBucketConfiguration }))).rejects.toMatchObject({
      name: 'BucketAlreadyExists',
    });
  });

  it('can not have one name', async () => {
    const { variables } = await applied();
    const terraform = await opened();
    const options = [`-var=account=${cloud.freshAccount()}`, `-var=bucket=${variables.bucket}`];
    const { exitCode, stderr } = await terraform.run('apply', '-no-color', '-auto-approve', ...options);
    expect([exitCode, stderr.replace(/[\s│╵╷]+/g, ' ')]).toEqual([
      1,
      expect.stringContaining(`creating S3 Bucket (${variables.bucket}): BucketAlreadyExists`),
    ]);
  });
});

describe('versions', () => {
  it('can not be disabled once there were some', async () => {
    const { variables, terraform } = await applied();
    const options = Object.entries({ ...variables, versioning: 'Disabled' }).map(([k, value]) => `-var=${k}=${value}`);
    const { exitCode, stderr } = await terraform.run('plan', '-no-color', ...options);
    expect([exitCode, stderr.replace(/[\s│╵╷]+/g, ' ')]).toEqual([
      1,
      expect.stringContaining("versioning_configuration.status cannot be updated from 'Enabled' to 'Disabled'"),
    ]);
  });
});
