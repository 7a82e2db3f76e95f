import {
  CreateBucketCommand,
  HeadBucketCommand,
  NotFound,
  PutBucketVersioningCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import type { BucketLocationConstraint } from '@aws-sdk/client-s3';
import { accountKey } from '../account-key.ts';

export interface BucketOwner {
  readonly account: string;
  readonly state: Bucket;
  readonly models: Bucket;
}

interface Bucket {
  readonly bucket: string;
  readonly region: string;
}

/** Makes the versioned buckets of environments that aren't there yet, and returns their names. */
export async function createBuckets(endpoint: string, owners: readonly BucketOwner[]): Promise<readonly string[]> {
  const created: string[] = [];
  for (const { account, state, models } of owners) {
    for (const bucket of [state, models]) if (await ensure(endpoint, account, bucket)) created.push(bucket.bucket);
  }
  return created;
}

async function ensure(endpoint: string, account: string, { bucket, region }: Bucket): Promise<boolean> {
  const credentials = { accessKeyId: accountKey(account), secretAccessKey: 'local' };
  const client = new S3Client({ endpoint, region, credentials, forcePathStyle: true });
  try {
    if (await exists(client, bucket)) return false;
    await client.send(new CreateBucketCommand({ Bucket: bucket, ...location(region) }));
    await client.send(
      new PutBucketVersioningCommand({ Bucket: bucket, VersioningConfiguration: { Status: 'Enabled' } }),
    );
    return true;
  } finally {
    client.destroy();
  }
}

async function exists(client: S3Client, bucket: string): Promise<boolean> {
  try {
    await client.send(new HeadBucketCommand({ Bucket: bucket }));
    return true;
  } catch (cause) {
    if (cause instanceof NotFound) return false;
    throw cause;
  }
}

/** S3 refuses us-east-1 as a constraint: it's what no constraint means. */
function location(region: string): { CreateBucketConfiguration?: { LocationConstraint: BucketLocationConstraint } } {
  if (region === 'us-east-1') return {};
  return { CreateBucketConfiguration: { LocationConstraint: region as BucketLocationConstraint } };
}
