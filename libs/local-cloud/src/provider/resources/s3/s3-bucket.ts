import { BucketLocationConstraint, CreateBucketCommand, DeleteBucketCommand } from '@aws-sdk/client-s3';
import type { Cloud } from '../../session/cloud.ts';
import { Refusal } from '../../session/refusal.ts';
import type { CtyObject } from '../../wire/cty-value.ts';
import { flag, requiredText } from '../attribute-readers.ts';
import { allChecks, checkTexts, conflictsWith, lengthBetween } from '../configuration-checks.ts';
import { configuredName } from '../generated-name.ts';
import { refuseWritten } from '../refuse-written.ts';
import type { ResourceBehaviour } from '../resource-behaviour.ts';
import { emptyBucket } from './empty-bucket.ts';
import { bucketNameProblem } from './s3-bucket-name.ts';
import { findBucket, readBucket } from './s3-bucket-read.ts';
import { putFirstTags, updateBucketTags } from './s3-bucket-tags.ts';

export const s3Bucket: ResourceBehaviour = {
  label: 'S3 Bucket',
  rules: { forceNew: ['bucket', 'bucket_prefix', 'object_lock_enabled'], defaults: { force_destroy: false } },
  imported: (bucket) => ({ id: bucket, bucket, force_destroy: false }),
  validate: allChecks(
    conflictsWith('bucket', 'bucket_prefix'),
    lengthBetween('bucket', [0, 63]),
    lengthBetween('bucket_prefix', [0, 37]),
    checkTexts('bucket', directoryBucket),
  ),
  refuse: (planned) =>
    refuseWritten(planned, { names: OF_OTHER_TYPES, instead: 'use the aws_s3_bucket_* type for it' }),
  create: createBucket,
  complete: putFirstTags,
  read: readBucket,
  update: updateBucketTags,
  delete: deleteBucket,
};

// All of them deprecated by the real provider but for object lock.
const OF_OTHER_TYPES = [
  'acceleration_status',
  'acl',
  'cors_rule',
  'grant',
  'lifecycle_rule',
  'logging',
  'object_lock_configuration',
  'object_lock_enabled',
  'policy',
  'replication_configuration',
  'request_payer',
  'server_side_encryption_configuration',
  'versioning',
  'website',
];

function directoryBucket(bucket: string, name: string): string | undefined {
  const rule =
    'must not be in the format [bucket_name]--[azid]--x-s3. Use the aws_s3_directory_bucket resource to manage S3 Express buckets';
  return bucket.endsWith('--x-s3') ? `invalid value for ${name} (${rule})` : undefined;
}

async function createBucket(cloud: Cloud, planned: CtyObject): Promise<string> {
  const Bucket = configuredName(planned, { name: 'bucket', prefix: 'bucket_prefix' });
  const problem = bucketNameProblem(Bucket);
  if (problem !== undefined) throw new Refusal(`validating S3 Bucket (${Bucket}) name: ${problem}`);
  const region = cloud.regionOf(planned);
  if (region !== 'us-east-1') {
    const LocationConstraint = Object.values(BucketLocationConstraint).find((constraint) => constraint === region);
    if (LocationConstraint === undefined)
      throw new Refusal(`creating S3 Bucket (${Bucket}): S3 has no region "${region}"`);
    await cloud
      .s3(planned)
      .send(new CreateBucketCommand({ Bucket, CreateBucketConfiguration: { LocationConstraint } }));
    return Bucket;
  }
  // There S3 takes a second creation for the first one.
  const isThere = (await findBucket(cloud.s3(planned), Bucket)) !== undefined;
  if (isThere) throw new Refusal(`creating S3 Bucket (${Bucket}): BucketAlreadyExists`);
  await cloud.s3(planned).send(new CreateBucketCommand({ Bucket }));
  return Bucket;
}

async function deleteBucket(cloud: Cloud, state: CtyObject): Promise<void> {
  const Bucket = requiredText(state, 'id');
  const s3 = cloud.s3(state);
  if ((await findBucket(s3, Bucket)) === undefined) return;
  if (flag(state, 'force_destroy')) await emptyBucket(s3, Bucket);
  await s3.send(new DeleteBucketCommand({ Bucket }));
}
